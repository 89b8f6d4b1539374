"""The report in the admin: a form, and what was in the period; as CSV and XLSX too."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from .forms import PeriodForm
from .periods import Period
from .sections import Line, Section, Told, sections


@dataclass(frozen=True)
class Row:
    """A row of a file: a line, or the numbers of a section in words, beside the section's heading."""

    section: str
    line: Line


class PeriodReport(SpreadsheetExportMixin, WagtailAdminTemplateMixin, TemplateView):
    """The report on a period; without one, on the present phase."""

    page_title = _("Phase report")
    header_icon = "doc-full-inverse"
    template_name = "figures/admin/report.html"
    index_url_name = "phase_report"
    _show_breadcrumbs = True
    list_export = ["section", "line.title", "line.dated", "line.when", "line.told", "line.number", "line.address"]
    export_headings = {
        "section": _("Section"),
        "line.title": _("What"),
        "line.dated": _("Date to sort by"),
        "line.when": _("Date in words"),
        "line.told": _("Told of it"),
        "line.number": _("How many"),
        "line.address": _("Address"),
    }

    def get(  # type: ignore[override]  # a file comes in pieces
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponseBase:
        """Show the report, or give it as a file."""
        if self.is_export and self.period:
            return self.as_spreadsheet(list(self._rows()), request.GET["export"])
        return super().get(request, *args, **kwargs)

    @cached_property
    def form(self) -> PeriodForm:
        asked = {name: value for name, value in self.request.GET.items() if name != "export"}
        if asked:
            return PeriodForm(asked)
        form = PeriodForm()
        return PeriodForm({"phase": form.present.key}) if form.present else form

    @cached_property
    def period(self) -> Period | None:
        return self.form.period if self.form.is_valid() else None

    @cached_property
    def told(self) -> list[tuple[Section, Told]]:
        """Each section with what it tells."""
        user, period = self.request.user, self.period
        found = sections() if period else []
        return [(section, section.tell(period, user)) for section in found]  # type: ignore[arg-type]  # all are logged in

    @property
    def show_export_buttons(self) -> bool:
        """Whether there is anything to take along."""
        return bool(self.period)

    def get_filename(self) -> str:
        """Name the file after the period."""
        return f"phase-report-{self.period.first}-{self.period.last}" if self.period else "phase-report"

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        """Name the page at its head."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        return {**context, "form": self.form, "period": self.period, "told": self.told, "media": self.form.media}

    def _rows(self) -> Iterator[Row]:
        for section, told in self.told:
            heading = str(section.heading)
            if told.numbers or not told.lines:
                yield Row(heading, Line(told.numbers if told.lines else gettext("Nothing recorded.")))
            for line in told.lines:
                yield Row(heading, line)
