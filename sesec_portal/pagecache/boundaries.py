"""Until when a page says what it says: to the next moment that any page of the portal waits for."""

from bisect import bisect_right
from datetime import UTC, datetime
from math import inf

from sesec_portal.edtf import clock
from sesec_portal.moments import boundaries

from .memo import once_per_generation


def next_boundary(after: float) -> float:
    """Return the first moment after one at which some page changes by itself, in seconds since 1970.

    Infinity where none is near: a page is made anew before, for other reasons.
    """
    coming = _of_day(clock.civil_day().number)
    place = bisect_right(coming, after)
    return coming[place] if place < len(coming) else inf


@once_per_generation
def _of_day(number: int) -> list[float]:
    """Return the boundaries from the beginning of the civil day with this number, and of the day after."""
    begins = datetime.fromtimestamp(clock.civil_day().starts, UTC)
    return [instant.timestamp() for instant in boundaries.coming(begins)]
