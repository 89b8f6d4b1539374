"""What is replaced in the code of others, each for the reason beside it; docs/internals.md lists more.

Nothing else in the portal assigns to a name of another package.
"""

import warnings
from collections.abc import Iterable

from bs4 import MarkupResemblesLocatorWarning
from django.conf import settings
from django.db.models import Expression
from modelsearch.backends.database.postgres import postgres
from PIL import Image
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects import views as redirects_views
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from sesec_portal.languages import editor
from sesec_portal.languages.drafts import save_target
from sesec_portal.languages.segmentation import words_to_index

from .open_data import harmless
from .redirects import RedirectForm


class ChineseObjectIndexer(postgres.ObjectIndexer):
    """Indexes Chinese by the word."""

    def as_vector(self, texts: Iterable[tuple[str, str]], for_autocomplete: bool = False) -> Expression:
        return super().as_vector([(words_to_index(text), weight) for text, weight in texts], for_autocomplete)


def apply() -> None:
    """Make the replacements, in this process."""
    # modelsearch has no setting for the class that writes its index, and no issue about it was found.
    postgres.ObjectIndexer = ChineseObjectIndexer
    # Wagtail leaves it to who opens a CSV that a text can start a formula (wagtail/wagtail#3466; OWASP, CSV Injection).
    SpreadsheetExportMixin.custom_value_preprocess[object] = {SpreadsheetExportMixin.FORMAT_CSV: harmless}
    # Nor one about this: what no browser can ask for is taken for a former address, and may lead nowhere.
    redirects_views.RedirectForm = RedirectForm
    redirects_views.CreateView.form_class = redirects_views.EditView.form_class = RedirectForm
    # No issue about it was found: a draft of a translation is written into the page that readers see.
    Translation.save_target = save_target
    # Nor about this one: the editor of a translation asks the database several times for each of its texts.
    edit_translation.edit_translation = editor.edit_translation
    edit_translation.StringTranslationSerializer = editor.StringTranslationSerializer
    edit_translation.SegmentOverrideSerializer = editor.SegmentOverrideSerializer
    # At twice this number Pillow refuses a picture before it takes any memory for it; this is how Pillow is told.
    Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 2
    warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
    # Wagtail and wagtail-localize hand plain texts to an HTML parser; a text that is an address is no mistake.
    warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)
