"""Reviews in the admin: beside the forms, on the desk, among the reports, and in histories."""

from django.db.models import Model
from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import MediaContainer
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry, Page

from sesec_portal.core.reviewed import Reviewed
from sesec_portal.desk.rules import DeskRule
from sesec_portal.languages.pages import is_original

from .desk import ReviewsDue
from .panel import ReviewPanel
from .recording import CONFIRMED, PLANNED
from .report import ReviewReport
from .views import PlanView, confirm_review


@hooks.register("construct_side_panels")
def review_panel(request: HttpRequest, thing: Model, panels: MediaContainer) -> None:
    """Show owner and review beside the form of what is kept already; a translation is reviewed with its original."""
    if isinstance(thing, Reviewed) and thing.pk and (not isinstance(thing, Page) or is_original(thing)):
        panels.append(ReviewPanel(thing, request))


@hooks.register("register_desk_rules")
def reviews_on_the_desk() -> list[DeskRule]:
    """Tell of what is due."""
    return [ReviewsDue()]


@hooks.register("register_admin_urls")
def review_urls() -> list[object]:
    """Give reviews their addresses."""
    thing = "<str:app_label>/<str:model_name>/<str:key>"
    urls = [
        path("", ReviewReport.as_view(), name="report"),
        path("results/", ReviewReport.as_view(results_only=True), name="report_results"),
        path(f"{thing}/", PlanView.as_view(), name="plan"),
        path(f"{thing}/confirm/", confirm_review, name="confirm"),
    ]
    return [path("reviews/", include((urls, "reviews")))]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """List the report, for everybody in the admin."""
    return MenuItem(
        ReviewReport.page_title,
        reverse(ReviewReport.index_url_name),
        name="reviews",
        icon_name=ReviewReport.header_icon,
        order=910,
    )


# After Wagtail's own have been registered.
@hooks.register("register_log_actions", order=1)
def review_log_actions(actions: LogActionRegistry) -> None:
    """Tell in histories of reviews, and of who was made the owner."""
    actions.register_action(CONFIRMED, _("Confirm that it is still true"), _("Reviewed, still true"))

    @actions.register_action(PLANNED)
    class Planned(LogFormatter):
        label = _("Choose an owner and a day of review")

        def format_message(self, entry: BaseLogEntry) -> str:
            owner, day = entry.data.get("owner"), entry.data.get("by")
            told = _("Owner: %(owner)s; review by: %(day)s")
            return str(told) % {"owner": owner or _("nobody"), "day": day or _("as after each review")}
