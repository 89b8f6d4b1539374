"""What editors should know of the machinery."""

from wagtail import hooks

from sesec_portal.desk.rules import DeskRule

from .desk import LateWorker


@hooks.register("register_desk_rules")
def worker_on_the_desk() -> list[DeskRule]:
    """Tell editors of a worker that is late."""
    return [LateWorker()]
