"""How far a running phase has come, counted no finer than its dates are known."""

from dataclasses import dataclass

from django.utils.translation import gettext


@dataclass(frozen=True)
class Progress:
    """The month (or the year) that a phase is in, of those that it lasts, both counted from 1; `unit` names which."""

    done: int
    total: int
    unit: str

    @property
    def in_words(self):
        """How far that is, as in "month 3 of 24"."""
        counted = {"done": self.done, "total": self.total}
        if self.unit == "month":
            return gettext("month %(done)s of %(total)s") % counted
        return gettext("year %(done)s of %(total)s") % counted


def progress_on(day, starts, end):
    """Return the Progress of a phase with these dates (PartialDate or None) on a day.

    Counts years where a date is known to the year only, else months. Returns None before the start, after the end
    and where either is not known.
    """
    if not (starts and end and starts.earliest <= day <= end.latest):
        return None
    if "year" in (starts.precision, end.precision):
        unit, place = "year", _year
    else:
        unit, place = "month", _month
    first = place(starts.earliest) - 1
    return Progress(place(day) - first, place(end.latest) - first, unit)


def _year(day):
    return day.year


def _month(day):
    return day.year * 12 + day.month
