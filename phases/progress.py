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

    Counts months where both dates are known to the month, else years. Returns None before the start, after the end,
    and where either is not known or not even known to the year.
    """
    if not (starts and end and starts.earliest <= day <= end.latest):
        return None
    for unit, place in (("month", _month), ("year", _year)):
        if starts.lies_in_one(unit) and end.lies_in_one(unit):
            first = place(starts.earliest) - 1
            return Progress(place(day) - first, place(end.latest) - first, unit)
    return None


def _year(day):
    return day.year


def _month(day):
    return day.year * 12 + day.month
