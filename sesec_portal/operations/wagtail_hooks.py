"""What editors should know of the machinery."""

from wagtail import hooks

from sesec_portal.desk.rules import DeskRule
from sesec_portal.schedule.entries import Notice

from .clockwork import last_run
from .desk import LateWorker


@hooks.register("register_desk_rules")
def worker_on_the_desk() -> list[DeskRule]:
    """Tell editors of a worker that is late."""
    return [LateWorker()]


@hooks.register("register_schedule_notices")
def worker_above_the_schedule() -> list[Notice]:
    """Tell editors when the worker was last heard, above what it is to do."""
    return [last_run()]
