"""Calls for comments in the admin."""

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from .admin_views import CallsWithoutOutcome
from .models import CallNumber, CallPage


@hooks.register("register_admin_urls")
def standards_urls():
    """Give the views that belong to no page their addresses."""
    report = CallsWithoutOutcome
    urls = [
        path("calls-without-outcome/", report.as_view(), name="calls_without_outcome"),
        path("calls-without-outcome/results/", report.as_view(results_only=True), name="calls_without_outcome_results"),
    ]
    return [path("standards/", include((urls, "standards_admin")))]


@hooks.register("register_reports_menu_item")
def calls_without_outcome_menu_item():
    """List the closed calls without an outcome among the reports, for everybody in the admin."""
    report = CallsWithoutOutcome
    return MenuItem(
        report.page_title, reverse(report.index_url_name), name="calls", icon_name=report.header_icon, order=1001
    )


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def doubt_numbers(request, page):
    """Warn of numbers that can hardly be right; what was typed is saved all the same. An autosave tells nobody."""
    if page.specific_class is not CallPage or not request.accepts("text/html"):
        return
    for number in page.numbers.all():
        for sentence in number.doubts() if number.role == CallNumber.Role.OWN else ():
            messages.warning(request, sentence)
