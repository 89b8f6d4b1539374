"""In which phases something happened, as far as its date tells."""

from sesec_portal.core.facets import span_of
from sesec_portal.pagecache.memo import once_per_generation

from .models import PhasePage


@once_per_generation
def phases_in(span):
    """Return the primary keys of the published phases that may have lasted on some day of a span, a pair of days.

    None stands for a date that nobody recorded, on which no phase is.
    """
    if not span:
        return frozenset()
    return frozenset(PhasePage.objects.for_listing().touching(span).values_list("pk", flat=True))


def phases_of(date):
    """Return the same for the days that a PartialDate, or None, can mean."""
    return phases_in(span_of(date, date))
