"""When an event is: before it, during it or after it, at this instant."""

from enum import StrEnum

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sesec_portal.moments.words import by_its_calendar


class State(models.TextChoices):
    """What has been announced of an event since; such pages stay readable."""

    AS_PLANNED = "", _("as announced")
    POSTPONED = "postponed", _("postponed")
    CANCELLED = "cancelled", _("cancelled")


class EventStatus(StrEnum):
    """Where an event stands."""

    UPCOMING = "upcoming"
    NOW = "now"
    PAST = "past"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"

    @property
    def label(self):
        return _LABELS[self]


_LABELS = {
    EventStatus.UPCOMING: _("upcoming"),
    EventStatus.NOW: _("going on now"),
    EventStatus.PAST: _("past"),
    EventStatus.POSTPONED: _("postponed"),
    EventStatus.CANCELLED: _("cancelled"),
}


class EventTiming:
    """Anything that `starts`, perhaps `ends` (Moments), and has a `state`."""

    @property
    def over(self):
        """The instant in which it is over; of one without an end on record that in which its day is."""
        if not self.starts:
            return None
        return self.ends.ends if self.ends else self.starts.day_over

    @property
    def status(self):
        """The EventStatus at this instant."""
        if self.state:
            return EventStatus(self.state)
        now = timezone.now()
        if self.over and self.over <= now:
            return EventStatus.PAST
        return EventStatus.NOW if self.starts and self.starts.starts <= now else EventStatus.UPCOMING

    @property
    def status_in_words(self):
        """The status with the days until it begins, as the calendar of the announced zone counts them."""
        if self.status is not EventStatus.UPCOMING or not self.starts:
            return str(self.status.label)
        days = self.starts.days_ahead
        if near := {0: gettext("today"), 1: gettext("tomorrow")}.get(days):
            return by_its_calendar(near, self.starts)
        return ngettext("in %(days)s day", "in %(days)s days", days) % {"days": days}

    @property
    def belongs_in_calendars(self):
        """Whether readers may want to be told of it by their calendars; of what is made up nobody does."""
        return not self.sample and self.status in {EventStatus.UPCOMING, EventStatus.NOW}

    @property
    def takes_registrations(self):
        """Whether somebody can still register."""
        if not self.registration_url or self.status is not EventStatus.UPCOMING:
            return False
        return not self.registration_until or self.registration_until.ends > timezone.now()
