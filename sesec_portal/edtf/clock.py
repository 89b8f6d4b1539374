"""The one place that knows which day it is, or which day a reader asks about."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone


class CivilDay(NamedTuple):
    """A day in the portal's time zone: its number in the calendar, and the moments in which it starts and ends."""

    number: int
    starts: float
    ends: float


_latest = CivilDay(0, 0, 0)
_asked: ContextVar[date | None] = ContextVar("day asked about", default=None)


def today() -> date:
    """Return the day that pages speak of: the one asked about, else the civil date now in the portal's time zone."""
    return _asked.get() or day_of(timezone.now())


def day_of(moment: datetime) -> date:
    """Return the civil date of a moment in the portal's time zone, whatever time zone an editor has chosen."""
    return timezone.localdate(moment, timezone.get_default_timezone())


def is_asked() -> bool:
    """Tell whether a page is being made for a day that its reader asked about."""
    return _asked.get() is not None


@contextmanager
def as_of(day: date) -> Iterator[None]:
    """Make everything inside speak of that day, in this thread or task alone."""
    token = _asked.set(day)
    try:
        yield
    finally:
        _asked.reset(token)


def civil_day() -> CivilDay:
    """Return the day it is now, whatever a reader asks about; cheap enough for every request."""
    global _latest
    now = time.time()
    if not _latest.starts <= now < _latest.ends:
        _latest = _day_of(now)
    return _latest


def _day_of(moment: float) -> CivilDay:
    zone = timezone.get_default_timezone()
    starts = datetime.fromtimestamp(moment, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    # One day further on the calendar; in hours that is 23 or 25 when the clocks change.
    ends = starts + timedelta(days=1)
    return CivilDay(starts.toordinal(), starts.timestamp(), ends.timestamp())
