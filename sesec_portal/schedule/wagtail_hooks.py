"""The schedule among the reports of the admin."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from .feedback import sentences
from .views import MonthView, ScheduledReport


@hooks.register("register_admin_urls")
def schedule_urls() -> list[URLPattern]:
    """Give the list and the months their addresses."""
    return [
        path("reports/scheduled/", ScheduledReport.as_view(), name="scheduled"),
        path("reports/scheduled/results/", ScheduledReport.as_view(results_only=True), name="scheduled_results"),
        path("reports/scheduled/month/", MonthView.as_view(), name="scheduled_month"),
    ]


@hooks.register("register_reports_menu_item")
def scheduled_menu_item() -> MenuItem:
    """List it among the reports, for everybody in the admin."""
    return MenuItem(
        ScheduledReport.page_title,
        reverse(ScheduledReport.index_url_name),
        name="scheduled",
        icon_name=ScheduledReport.header_icon,
        order=900,
    )


@hooks.register("after_publish_page")
def say_when_it_happens(request: HttpRequest, page: Page) -> None:
    """Tell who has published a page for an hour to come which that is in both offices."""
    for sentence in sentences(page):
        messages.info(request, sentence)
