"""What the machinery needs: a worker that is heard, and hosts that hear of changes."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sesec_portal.desk.rules import DeskItem, DeskRule
from sesec_portal.pagecache import hosts

from .clockwork import lateness


class LateWorker(DeskRule):
    """The worker, where it has not been heard for longer than its longest task takes."""

    name = "worker"
    heading = gettext_lazy("The worker is late")
    urgency = 0

    def items(self, user: User) -> Iterator[DeskItem]:
        if late := lateness():
            yield DeskItem(late, title=_("The worker"), url=reverse("scheduled"))


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
