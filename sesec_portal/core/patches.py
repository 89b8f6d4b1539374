"""What is replaced in the code of others, each until the issue beside it is settled; docs/internals.md lists more.

Nothing else in the portal assigns to a name of another package.
"""

import warnings
from collections.abc import Iterable

from bs4 import MarkupResemblesLocatorWarning
from django.db.models import Expression
from modelsearch.backends.database.postgres import postgres
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from sesec_portal.languages.segmentation import words_to_index

from .open_data import harmless


class ChineseObjectIndexer(postgres.ObjectIndexer):
    """Indexes Chinese by the word."""

    def as_vector(self, texts: Iterable[tuple[str, str]], for_autocomplete: bool = False) -> Expression:
        return super().as_vector([(words_to_index(text), weight) for text, weight in texts], for_autocomplete)


def apply() -> None:
    """Make the replacements, in this process."""
    # modelsearch has no setting for the class that writes its index (wagtail/django-modelsearch, no issue yet).
    postgres.ObjectIndexer = ChineseObjectIndexer
    # Wagtail writes CSV without a thought for spreadsheets, in which a text can start a formula (OWASP, CSV Injection).
    SpreadsheetExportMixin.custom_value_preprocess[object] = {SpreadsheetExportMixin.FORMAT_CSV: harmless}
    # Wagtail and wagtail-localize hand plain texts to an HTML parser; a text that is an address is no mistake.
    warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)
