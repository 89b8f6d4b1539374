"""What the machinery needs: a worker that is heard."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sesec_portal.desk.rules import DeskItem, DeskRule

from .clockwork import lateness


class LateWorker(DeskRule):
    """The worker, where it has not been heard for longer than its longest task takes."""

    name = "worker"
    heading = gettext_lazy("The worker is late")
    urgency = 0

    def items(self, user: User) -> Iterator[DeskItem]:
        if late := lateness():
            yield DeskItem(late, title=_("The worker"), url=reverse("scheduled"))
