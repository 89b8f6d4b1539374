"""What the committee's registers need: holders of seats, successors, measures carried out, sources that agree."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from governance.disagreements import all_disagreements
from governance.models import Decision, Seat
from governance.models.seats import SeatState
from sesec_portal.desk.rules import DeskItem, DeskRule
from sesec_portal.edtf.clock import today

# So long before a term ends a successor is looked for.
SOON = timedelta(days=60)


class SeatsWithoutHolder(DeskRule):
    """Seats that are vacant, or of which no holder is on record."""

    name = "seats"
    heading = gettext_lazy("Seats without a holder")
    urgency = 20

    def items(self, user):
        for seat in _seats():
            if seat.state in {SeatState.VACANT, SeatState.UNKNOWN}:
                since = seat.term_now.starts if seat.term_now else None
                when = since.spelled_out() if since else ""
                yield DeskItem(seat.state.label, since.earliest if since else None, seat, when=when)


class TermsEndingSoon(DeskRule):
    """Terms of office that end soon."""

    name = "terms"
    heading = gettext_lazy("Terms of office that end within 60 days")
    urgency = 30

    def items(self, user):
        for seat in _seats():
            term = seat.term_now
            if term and term.ends and term.ends.latest <= today() + SOON:
                told = _("the term of %(holder)s ends") % {"holder": term.holder or _("nobody")}
                yield DeskItem(told, term.ends.latest, seat, when=term.ends.spelled_out())


class OverdueMeasures(DeskRule):
    """Decisions and measures past their due date that are neither done nor dropped."""

    name = "measures"
    heading = gettext_lazy("Measures past due")
    urgency = 20

    def items(self, user):
        for decision in Decision.objects.live().exclude(due="").with_status():
            if decision.is_overdue:
                told = _("due, and neither done nor dropped")
                yield DeskItem(told, decision.due.latest, decision, when=decision.due.spelled_out())


class SourcesDisagree(DeskRule):
    """Facts on which sources differ, told as one: the report lists them."""

    name = "disagreements"
    heading = gettext_lazy("Sources that disagree")

    def items(self, user):
        if number := len(all_disagreements()):
            told = ngettext("on %(number)s fact", "on %(number)s facts", number) % {"number": number}
            yield DeskItem(told, title=_("Sources disagree"), url=reverse("governance_admin:disagreements"))


def _seats():
    return Seat.objects.live().select_related("partner").prefetch_related("terms__holder")
