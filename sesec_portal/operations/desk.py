"""What the machinery needs: a worker that is heard, what it does not get done, and hosts that hear of changes."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sesec_portal.desk.rules import DeskItem, DeskRule
from sesec_portal.edtf.clock import day_of
from sesec_portal.pagecache import hosts

from .clockwork import lateness
from .failing import PUBLISH, failing
from .failing_report import may_see
from .jobs import recovery


class LateWorker(DeskRule):
    """The worker, where it has not been heard for longer than its longest task takes."""

    name = "worker"
    heading = gettext_lazy("The worker is late")
    urgency = 0

    def items(self, user: User) -> Iterator[DeskItem]:
        if late := lateness():
            yield DeskItem(late, title=_("The worker"), url=reverse("scheduled"))


class NotDoneAtItsHour(DeskRule):
    """Pages and entries that the worker could not publish, or take down, at their hour."""

    name = "refused"
    heading = gettext_lazy("Could not be published or taken down")
    urgency = 0

    def items(self, user: User) -> Iterator[DeskItem]:
        for each in failing():
            if each.thing and each.task.finished_at:
                told = _("could not be taken down: %(reason)s")
                if each.task.task_path == PUBLISH:
                    told = _("could not be published: %(reason)s")
                yield DeskItem(told % {"reason": each.reason}, day_of(each.task.finished_at), each.thing)


class FailingWork(DeskRule):
    """What else the worker does not get done, for who may look after it."""

    name = "failing"
    heading = gettext_lazy("Work that fails")
    urgency = 20

    def items(self, user: User) -> Iterator[DeskItem]:
        if may_see(user) and (number := recovery.failing().count()):
            told = ngettext("%(number)s task fails", "%(number)s tasks fail", number) % {"number": number}
            yield DeskItem(told, title=_("The worker"), url=reverse("failing"))


class SilentHosts(DeskRule):
    """The hosts that serve readers and were not heard: they may go on with what was taken down."""

    name = "hosts"
    heading = gettext_lazy("A host is silent")
    urgency = 0

    def items(self, user: User) -> Iterator[DeskItem]:
        reason = _(
            "not heard for half a minute: it is off, or may show what was taken down. Tell the operator of the portal."
        )
        for name in hosts.standing().silent:
            yield DeskItem(reason, title=name, url=reverse("scheduled"))
