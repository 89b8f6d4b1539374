"""What phases need: an end on record, once the planned one has passed."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sesec_portal.desk.rules import DeskItem, DeskRule

from .models import PhasePage
from .status import Status


class PhasesPastTheirEnd(DeskRule):
    """Phases whose planned end has passed without a real one."""

    name = "phases"
    heading = gettext_lazy("Phases past their planned end")
    urgency = 20

    def items(self, user: User) -> Iterator[DeskItem]:
        for phase in PhasePage.objects.live().originals().prefetch_related("statements"):
            if phase.status is Status.OVERDUE:
                end = phase.planned_end
                reason = _("its planned end has passed, and no real end is recorded")
                yield DeskItem(reason, end.latest, phase, when=end.spelled_out())
