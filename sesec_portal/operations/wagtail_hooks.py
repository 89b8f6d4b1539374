"""What editors should know of the machinery."""

from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page

from sesec_portal.desk.rules import DeskRule
from sesec_portal.schedule.entries import Notice

from .clockwork import last_run
from .desk import LateWorker, SilentHosts
from .takedown import tell_when_gone


@hooks.register("register_desk_rules")
def worker_on_the_desk() -> list[DeskRule]:
    """Tell editors of a worker that is late, and of hosts that do not hear of changes."""
    return [LateWorker(), SilentHosts()]


@hooks.register("register_schedule_notices")
def worker_above_the_schedule() -> list[Notice]:
    """Tell editors when the worker was last heard, above what it is to do."""
    return [last_run()]


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
