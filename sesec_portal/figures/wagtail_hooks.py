"""The report among the reports of the admin."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .opened import Downloads, PageViews
from .published import NewPages
from .sections import Section
from .views import PeriodReport


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """Give the report its address."""
    return [path("reports/phase/", PeriodReport.as_view(), name=PeriodReport.index_url_name)]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """List it among the reports, for everybody in the admin."""
    report = PeriodReport
    address = reverse(report.index_url_name)
    return MenuItem(report.page_title, address, name="phase-report", icon_name=report.header_icon, order=890)


# Last, after what was done comes what was read.
@hooks.register("register_report_sections", order=100)
def sections_of_the_portal() -> list[Section]:
    """Tell what became public, and how often it was opened."""
    return [NewPages(), PageViews(), Downloads()]
