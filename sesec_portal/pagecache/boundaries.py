"""Until when a page says what it says: to the next moment that any page of the portal waits for."""

import time
from bisect import bisect_right
from datetime import UTC, datetime
from math import inf

from sesec_portal.edtf import clock
from sesec_portal.moments import boundaries

from .memo import is_kept, once_per_generation


def next_boundary(after: float) -> float:
    """Return the first moment after one at which some page changes by itself, in seconds since 1970.

    Infinity where none is near: a page is made anew before, for other reasons.
    """
    coming = _of_day(clock.civil_day().number)
    place = bisect_right(coming, after)
    return coming[place] if place < len(coming) else inf


def era() -> float | None:
    """Return when the last boundary passed, in seconds since 1970; None where nothing is kept.

    What is kept `once_per_generation` and depends on the moment takes it as an argument.
    """
    if not is_kept():
        return None
    day = clock.civil_day()
    place = bisect_right(coming := _of_day(day.number), time.time())
    return coming[place - 1] if place else day.starts


@once_per_generation
def _of_day(number: int) -> list[float]:
    """Return the boundaries from the beginning of the civil day with this number, and of the day after."""
    begins = datetime.fromtimestamp(clock.civil_day().starts, UTC)
    return [instant.timestamp() for instant in boundaries.coming(begins)]
