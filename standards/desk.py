"""What calls for comments need: what came of them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sesec_portal.desk.rules import DeskItem, DeskRule
from sesec_portal.edtf.clock import day_of
from standards.models import CallPage


class CallsWithoutOutcome(DeskRule):
    """Closed calls of which nobody has recorded what came of them."""

    name = "calls"
    heading = gettext_lazy("Closed calls without an outcome")
    urgency = 20

    def items(self, user):
        for call in CallPage.objects.live().originals().without_outcome():
            yield DeskItem(_("closed, and no outcome is recorded"), day_of(call.deadline_at), call)
