"""What editors should know of the machinery."""

from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from sesec_portal.desk.rules import DeskRule
from sesec_portal.schedule.entries import Notice

from .clockwork import last_run
from .desk import FailingWork, LateWorker, NotDoneAtItsHour, SilentHosts
from .failing_report import FailingReport, may_see, try_again
from .takedown import tell_when_gone


@hooks.register("register_desk_rules")
def worker_on_the_desk() -> list[DeskRule]:
    """Tell editors of a worker that is late, of what it does not get done, and of hosts that do not hear of changes."""
    return [LateWorker(), NotDoneAtItsHour(), FailingWork(), SilentHosts()]


@hooks.register("register_schedule_notices")
def worker_above_the_schedule() -> list[Notice]:
    """Tell editors when the worker was last heard, above what it is to do."""
    return [last_run()]


class FailingMenuItem(MenuItem):
    """Shown to whoever may look after the worker."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def failing_menu_item() -> MenuItem:
    """List among the reports what the worker does not get done."""
    return FailingMenuItem(
        FailingReport.page_title, reverse("failing"), name="failing", icon_name=FailingReport.header_icon, order=1200
    )


@hooks.register("register_admin_urls")
def failing_urls() -> list[URLPattern]:
    """Give the report its addresses."""
    return [
        path("reports/failing/", FailingReport.as_view(), name="failing"),
        path("reports/failing/results/", FailingReport.as_view(results_only=True), name="failing_results"),
        path("reports/failing/<uuid:key>/try-again/", try_again, name="failing_try_again"),
    ]


@hooks.register("after_unpublish_page")
def page_taken_down(request: HttpRequest, page: Page) -> None:
    """Tell who unpublishes a page when no host shows it any more."""
    tell_when_gone(request)


@hooks.register("after_delete_page")
def page_deleted(request: HttpRequest, page: Page) -> None:
    """Tell who deletes a page that was published when no host shows it any more."""
    if page.live:
        tell_when_gone(request)


@hooks.register("after_bulk_action")
def pages_taken_down(request: HttpRequest, action_type: str, objects: Iterable[Model], action: object) -> None:
    """Tell the same who does so with several pages."""
    if action_type in ("unpublish", "delete") and any(isinstance(thing, Page) for thing in objects):
        tell_when_gone(request)
