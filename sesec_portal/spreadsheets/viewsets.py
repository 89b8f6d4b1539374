"""Registers of which a spreadsheet can be imported, in the admin."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from wagtail.admin.widgets.button import Button

from sesec_portal.core.record_search import RecordIndexView

from .exporting import as_file
from .sheets import sheet_of
from .views import UploadView


class SheetIndexView(RecordIndexView):
    """The list of a register: its files are those that can come back in, and one can be imported."""

    @property
    def header_more_buttons(self) -> list[Button]:
        """The buttons at the head of the list, with one for whoever may import something."""
        return [*super().header_more_buttons, *import_buttons(self.model, self.request.user)]

    def as_spreadsheet(self, queryset: QuerySet[Any], spreadsheet_format: str) -> HttpResponse:
        """Return what the list shows as a file, without what no file has."""
        sheet = sheet_of(self.model)
        entries = sheet.everything().filter(pk__in=[thing.pk for thing in queryset])
        return as_file(sheet, entries, spreadsheet_format)


def import_buttons(model: Any, user: Any) -> list[Button]:  # noqa: ANN401  a register's model; whoever is logged in
    """Return the button that leads to the import of a register, for who may use it."""
    sheet = sheet_of(model)
    if not sheet.may_open(user):
        return []
    address = reverse("spreadsheets:upload", args=[sheet.name])
    return [Button(UploadView.page_title, address, icon_name=UploadView.header_icon, priority=80)]
