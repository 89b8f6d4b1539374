"""Links in the admin: asked about when something is published, reported, and laid on the desk."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from sesec_portal.core.asking import SUBMITTED
from sesec_portal.desk.rules import DeskRule

from .desk import BrokenLinks
from .publishing import links_to_nothing, warn_of_links
from .report import BrokenLinksReport

hooks.register("refuse_to_publish", links_to_nothing)
hooks.register("after_publish_page", warn_of_links)
hooks.register("after_publish", warn_of_links)
hooks.register(SUBMITTED, warn_of_links)


@hooks.register("register_desk_rules")
def links_on_the_desk() -> list[DeskRule]:
    """Tell editors which links are broken."""
    return [BrokenLinks()]


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """Give the report its addresses."""
    return [
        path("reports/broken-links/", BrokenLinksReport.as_view(), name="broken_links"),
        path(
            "reports/broken-links/results/", BrokenLinksReport.as_view(results_only=True), name="broken_links_results"
        ),
    ]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """List it among the reports, for everybody in the admin."""
    return MenuItem(
        BrokenLinksReport.page_title, reverse("broken_links"), name="broken-links", icon_name="link", order=950
    )
