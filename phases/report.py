"""The phases, for the report on one of them."""

from sesec_portal.edtf.clock import today
from sesec_portal.figures.periods import Period

from .models import PhasePage


def phases():
    """Return the Periods of the published phases that have begun; one without an end on record lasts until today."""
    periods = []
    for phase in PhasePage.listed():
        first = phase.first_date
        last = phase.ends.latest if phase.ends else today()
        if first and first <= last:
            periods.append(Period(first, last, str(phase.pk), phase.shown.title, goes_on=not phase.ends))
    return periods
