"""The schedule in the admin, as a list and as a month."""

from django.http import Http404
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView

from .entries import Happening
from .months import Month
from .schedule import in_month, notices, to_come


class ScheduledReport(ReportView):
    """What is to come, among the reports, to be taken along as CSV or XLSX."""

    page_title = _("Scheduled")
    header_icon = "clock"
    template_name = "schedule/admin/list.html"
    index_url_name = "scheduled"
    index_results_url_name = "scheduled_results"
    no_results_message = _("Nothing is scheduled.")
    export_filename = "scheduled"
    list_export = ["title", "kind", "what", "when", "state"]
    export_headings = {
        "title": _("What"),
        "kind": _("Kind"),
        "what": _("What happens"),
        "when": _("When"),
        "state": _("State"),
    }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("title", label=_("What"), get_url=lambda each: each.edit_url),
            Column("kind", label=_("Kind")),
            Column("what", label=_("What happens")),
            Column("when", label=_("When")),
            Column("state", label=_("State"), classname="schedule-late"),
        ]

    def get_queryset(self) -> list[Happening]:
        return to_come(self.request.user)

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return {**super().get_context_data(**kwargs), "notices": notices()}


class MonthView(WagtailAdminTemplateMixin, TemplateView):
    """A month of it: this one, or that of `?month=2026-11`."""

    template_name = "schedule/admin/month.html"
    page_title = ScheduledReport.page_title
    header_icon = ScheduledReport.header_icon
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        """Name the page at its head, below the list."""
        own = [{"url": reverse("scheduled"), "label": self.page_title}, {"url": "", "label": self._month.name}]
        return [*super().get_breadcrumbs_items(), *own]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        month = self._month
        weeks = month.weeks(in_month(self.request.user, month))  # type: ignore[arg-type]  # nobody else gets in
        return {
            **super().get_context_data(**kwargs),
            "notices": notices(),
            "month": month,
            "is_now": month == Month.now(),
            "weekdays": WEEKDAYS.values(),
            "weeks": weeks,
            "busy_days": [day for week in weeks for day in week if day and (day.happenings or day.is_today)],
        }

    @property
    def _month(self) -> Month:
        asked = self.request.GET.get("month")
        try:
            return Month.of(asked) if asked else Month.now()
        except ValueError as error:
            raise Http404 from error
