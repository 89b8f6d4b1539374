"""From when to when comments can be sent: flips by itself at the instants that were announced."""

from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sesec_portal.moments.words import by_its_calendar

# As long before the deadline a call is said to close soon.
SOON_DAYS = 7


class CallStatus(StrEnum):
    """Where a call stands: `label` is what readers are told, without the number of days."""

    COMING = "coming"
    OPEN = "open"
    CLOSING_SOON = "closing-soon"
    CLOSED = "closed"
    NOT_RECORDED = "not-recorded"

    @property
    def label(self):
        return _LABELS[self]


_LABELS = {
    CallStatus.COMING: _("opens later"),
    CallStatus.OPEN: _("open"),
    CallStatus.CLOSING_SOON: _("closing soon"),
    CallStatus.CLOSED: _("closed"),
    CallStatus.NOT_RECORDED: _("deadline not recorded"),
}


def reading_of(moment):
    """Return the sentence that says how the portal reads a deadline; "" for one that names its time."""
    if moment.time:
        return ""
    return gettext("The announcement names a day and no hour. This portal reads it as the end of that day, 24:00.")


class CallWindow:
    """Anything that `opens` and has a `deadline` and an `own_deadline`, each a Moment or None; perhaps a `sample`."""

    @property
    def status(self):
        """The CallStatus at this instant."""
        now = timezone.now()
        if self.opens and self.opens.starts > now:
            return CallStatus.COMING
        if not self.deadline:
            return CallStatus.NOT_RECORDED
        if self.deadline.ends <= now:
            return CallStatus.CLOSED
        return CallStatus.CLOSING_SOON if self.deadline.days_ahead <= SOON_DAYS else CallStatus.OPEN

    @property
    def deadline_reading(self):
        """How the portal reads the deadline, where that needs saying."""
        return reading_of(self.deadline)

    @property
    def is_over(self):
        """Whether something can have come of it: it has closed, or nobody recorded when it does."""
        return self.status in {CallStatus.CLOSED, CallStatus.NOT_RECORDED}

    @property
    def belongs_in_calendars(self):
        """Whether a deadline is still to come that readers may want to be told of; of a made-up one nobody does."""
        deadlines = [moment for moment in (self.deadline, self.own_deadline) if moment]
        return not self.sample and any(moment.ends > timezone.now() for moment in deadlines)

    @property
    def status_in_words(self):
        """The status with the days until it changes, as the calendar of the announced zone counts them."""
        status = self.status
        if status is CallStatus.COMING:
            return _opens(self.opens)
        if status in {CallStatus.OPEN, CallStatus.CLOSING_SOON}:
            told = {"status": status.label, "closes": _closes(self.deadline)}
            return gettext("%(status)s, %(closes)s") % told
        return str(status.label)


def _opens(moment):
    days = moment.days_ahead
    if near := {0: gettext("opens today"), 1: gettext("opens tomorrow")}.get(days):
        return by_its_calendar(near, moment)
    return ngettext("opens in %(days)s day", "opens in %(days)s days", days) % {"days": days}


def _closes(moment):
    days = moment.days_ahead
    if near := {0: gettext("closes today"), 1: gettext("closes tomorrow")}.get(days):
        return by_its_calendar(near, moment)
    return ngettext("closes in %(days)s day", "closes in %(days)s days", days) % {"days": days}
