"""What texts print of the Steering Committee and of the sectoral priorities."""

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sesec_portal.living_facts.fact import LivingFact, marked

from .models import PriorityRevisionPage, Seat
from .models.seats import SeatState


class HolderNow(LivingFact):
    """Who holds a seat, as far as readers may know; its keys are those of the seats."""

    code = "seat-holder"
    words = _("the holder of a seat")
    nothing = SeatState.UNKNOWN.label

    def keys(self):
        return [str(seat.pk) for seat in Seat.listed()]

    def words_for(self, key):
        seat = _seat(key)
        acronym = seat and seat.partner.acronym_then
        return gettext("the holder of the seat of %(partner)s") % {"partner": acronym} if seat else str(self.words)

    def value(self, key):
        seat = _seat(key)
        term = seat and seat.term_now
        return marked(term.public_holder, is_sample=term.shows_sample) if term else None

    def asked_of(self, key):
        return Seat, key


class _OfPrioritiesInForce(LivingFact):
    def value(self, key):
        revision = PriorityRevisionPage.in_force()
        return marked(self.told_of(revision), is_sample=revision.sample) if revision else None

    def told_of(self, revision):
        raise NotImplementedError


class PrioritiesNow(_OfPrioritiesInForce):
    """The revision of the priorities that is in force, linked to its page."""

    code = "priorities"
    words = _("the last revision of the sectoral priorities")
    nothing = _("no revision on record")

    def told_of(self, revision):
        return format_html('<a href="{}">{}</a>', revision.shown.url, revision.shown.title)


class PrioritiesAdopted(_OfPrioritiesInForce):
    """When that revision was adopted, as exact as its source."""

    code = "priorities-adopted"
    words = _("the date of the last revision of the sectoral priorities")
    nothing = _("a date not on record")

    def told_of(self, revision):
        return revision.adopted.marked_up()


def _seat(key):
    return next((seat for seat in Seat.listed() if str(seat.pk) == key), None)
