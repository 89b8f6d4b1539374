"""Spreadsheets in the admin: their addresses, and the lines of histories."""

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

from .importing import IMPORTED
from .views import DryRunView, UploadView, register_file


class _Format(StringConverter):
    regex = "csv|xlsx"


register_converter(_Format, "sheet_format")


@hooks.register("register_admin_urls")
def spreadsheet_urls() -> list[object]:
    """Give spreadsheets their addresses."""
    urls = [
        path("<slug:name>/", UploadView.as_view(), name="upload"),
        path("<slug:name>/register.<sheet_format:file_format>", register_file, name="register"),
        path("<slug:name>/<uuid:key>/", DryRunView.as_view(), name="dry_run"),
    ]
    return [path("spreadsheets/", include((urls, "spreadsheets")))]


# After Wagtail's own have been registered.
@hooks.register("register_log_actions", order=1)
def import_log_actions(actions: LogActionRegistry) -> None:
    """Tell in histories from which line of which file something came."""

    @actions.register_action(IMPORTED)
    class Imported(LogFormatter):
        label = _("Import from a spreadsheet")

        def format_message(self, entry: BaseLogEntry) -> str:
            return str(_("Imported from %(file)s, line %(lines)s")) % entry.data
