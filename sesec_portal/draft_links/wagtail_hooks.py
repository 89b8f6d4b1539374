"""Draft links in the admin: a button at each page, a report, lines in the history."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry, Page

from sesec_portal.desk.rules import DeskRule

from .admin_views import DraftLinksReport, PageLinksView, revoke
from .desk import CommentsOfReaders
from .rules import may_show


@hooks.register("register_admin_urls")
def draft_link_urls() -> list[object]:
    """Give the views their addresses."""
    urls = [
        path("page/<int:page_id>/", PageLinksView.as_view(), name="page"),
        path("<int:link_id>/revoke/", revoke, name="revoke"),
        path("report/", DraftLinksReport.as_view(), name="report"),
        path("report/results/", DraftLinksReport.as_view(results_only=True), name="report_results"),
    ]
    return [path("draft-links/", include((urls, "draft_links")))]


@hooks.register("register_desk_rules")
def comments_on_the_desk() -> list[DeskRule]:
    """Tell editors what readers of drafts have written."""
    return [CommentsOfReaders()]


@hooks.register("register_page_header_buttons")
def show_draft_button(
    page: Page, user: User, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    """Offer to show the draft, to those who may edit the page."""
    if page.latest_revision_id and may_show(user, page):
        address = reverse("draft_links:page", args=[page.pk])
        yield Button(PageLinksView.page_title, address, icon_name=PageLinksView.header_icon, priority=46)


@hooks.register("register_reports_menu_item")
def draft_links_menu_item() -> MenuItem:
    """List all links among the reports, for everybody in the admin: each sees those of the pages they may edit."""
    report = DraftLinksReport
    address = reverse(report.index_url_name)
    return MenuItem(report.page_title, address, name="draft-links", icon_name=report.header_icon, order=910)


@hooks.register("register_log_actions")
def draft_link_log_actions(actions: LogActionRegistry) -> None:
    """Tell histories who showed a version to whom, and who ended that."""

    @actions.register_action("draft_links.create")
    class Shown(LogFormatter):
        label = gettext_lazy("Show a draft by a link")

        def format_message(self, entry: BaseLogEntry) -> str:
            return _("Shown by a link to %(whom)s") % {"whom": entry.data["whom"]}

    @actions.register_action("draft_links.revoke")
    class Revoked(LogFormatter):
        label = gettext_lazy("Revoke a link to a draft")

        def format_message(self, entry: BaseLogEntry) -> str:
            return _("Revoked the link for %(whom)s") % {"whom": entry.data["whom"]}
