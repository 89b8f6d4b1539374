"""What is replaced in the code of others, each for the reason beside it; docs/internals.md lists more.

Nothing else in the portal assigns to a name of another package.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from itertools import chain
from typing import Any

from bs4 import MarkupResemblesLocatorWarning
from django.conf import settings
from django.db.models import Expression
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from modelsearch.backends.database.postgres import postgres
from PIL import Image
from wagtail import rich_text
from wagtail.admin import auth, mail
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView as page_types
from wagtail.admin.views.reports.workflows import WorkflowTasksView as workflow_tasks
from wagtail.admin.views.reports.workflows import WorkflowView as workflows
from wagtail.contrib.redirects import views as redirects_views
from wagtail.documents import permissions as documents_permissions
from wagtail.images import permissions as images_permissions
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from sesec_portal.languages import editor
from sesec_portal.languages.drafts import save_target
from sesec_portal.languages.segmentation import words_to_index
from sesec_portal.living_facts.printing import before_links
from sesec_portal.media.private import PrivacyPolicy

from . import mails
from .open_data import harmless
from .redirects import RedirectForm
from .transactions import as_a_whole


class ChineseObjectIndexer(postgres.ObjectIndexer):
    """Indexes Chinese by the word."""

    def as_vector(self, texts: Iterable[tuple[str, str]], for_autocomplete: bool = False) -> Expression:
        return super().as_vector([(words_to_index(text), weight) for text, weight in texts], for_autocomplete)


def _harmless_cell(preprocess: Callable[[Any, str, object, str], object]) -> Callable[[Any, str, object, str], object]:
    def preprocessed(view: SpreadsheetExportMixin, field: str, value: object, export_format: str) -> object:
        cell = preprocess(view, field, value, export_format)
        return harmless(cell) if export_format == view.FORMAT_CSV and cell is not None else cell

    return preprocessed


def _marked(stream: Callable[[Any, object], Iterable[str]]) -> Callable[[Any, object], Iterator[str]]:
    def stream_marked(view: SpreadsheetExportMixin, queryset: object) -> Iterator[str]:
        return chain(["\ufeff"], _said_in(get_language(), iter(stream(view, queryset))))

    return stream_marked


def _said_in(language: str | None, lines: Iterator[str]) -> Iterator[str]:
    """Yield lines that are written in a language, though they are asked for when the answer has been made."""
    while True:
        with override(language):
            line = next(lines, None)
        if line is None:
            return
        yield line


def apply() -> None:
    """Make the replacements, in this process."""
    # modelsearch has no setting for the class that writes its index, and no issue about it was found.
    postgres.ObjectIndexer = ChineseObjectIndexer
    # Wagtail leaves it to who opens a CSV that a text can start a formula (wagtail/wagtail#3466; OWASP, CSV Injection).
    SpreadsheetExportMixin.preprocess_field_value = _harmless_cell(SpreadsheetExportMixin.preprocess_field_value)
    # Nor about these: without the mark of UTF-8, Excel takes the letters of a CSV for those of its country; and a CSV
    # is written once the answer has been made, when the language is the portal's again.
    SpreadsheetExportMixin.stream_csv = _marked(SpreadsheetExportMixin.stream_csv)
    # Nor about these: the reports that could not be taken along, or had names of fields at their heads.
    page_types.export_filename, page_types.list_export = "page-types", ["name", "count"]
    page_types.export_headings = {"name": _("Type of page"), "count": _("Pages")}
    workflows.export_headings = {**workflows.export_headings, "requested_by": _("Requested by")}
    workflow_tasks.export_headings = {
        **workflow_tasks.export_headings,
        "workflow_state.requested_by": _("Requested by"),
        "workflow_state.content_object.__str__": _("Title"),
        "started_at": _("Started at"),
        "finished_at": _("Completed at"),
        "finished_by": _("Completed by"),
    }
    # No issue about this was found: what no browser can ask for is taken for a former address, and may lead nowhere.
    redirects_views.RedirectForm = RedirectForm
    redirects_views.CreateView.form_class = redirects_views.EditView.form_class = RedirectForm
    # No issue about it was found: a draft of a translation is written into the page that readers see.
    Translation.save_target = save_target
    # Nor about this one: the editor of a translation asks the database several times for each of its texts.
    edit_translation.edit_translation = editor.edit_translation
    edit_translation.StringTranslationSerializer = editor.StringTranslationSerializer
    edit_translation.SegmentOverrideSerializer = editor.SegmentOverrideSerializer
    # Wagtail gives who has all collections those that are kept for other groups as well, to read and to open; it has no
    # setting for these policies, and its views have taken hold of them by their names.
    for policy in (documents_permissions.permission_policy, images_permissions.permission_policy):
        policy.__class__ = PrivacyPolicy
    # There is no hook for a rewriter of rich text; that of links replaces the opening tag alone, not the words.
    rich_text.get_rewriter = before_links(rich_text.get_rewriter)
    # Wagtail's forms for pages publish step by step: whoever is cut off leaves pages without a line of history.
    auth.get_localized_response = as_a_whole(auth.get_localized_response)
    # Wagtail sends its mails in between, also of what is undone after all.
    mail.send_mail, mail.OpenedConnection = mails.send_mail, nullcontext
    # At twice this number Pillow refuses a picture before it takes any memory for it; this is how Pillow is told.
    Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 2
    warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
    # Wagtail and wagtail-localize hand plain texts to an HTML parser; a text that is an address is no mistake.
    warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)
