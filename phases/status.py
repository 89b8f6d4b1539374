"""What a phase is on a day: computed from its dates, never typed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """The states of a phase."""

    UNDATED = "undated", _("dates not recorded")
    PLANNED = "planned", _("planned")
    RUNNING = "running", _("running")
    ATTESTED = "attested", _("attested")
    OVERDUE = "overdue", _("planned end passed, end not recorded")
    ENDED = "ended", _("ended")


def status_on(day, starts, planned_end, ends, attested=()):
    """Return the Status of a phase with these dates (PartialDate or None) on a day.

    Argument `attested`: the times, pairs of a first and a last day, for which a source names the phase as active.
    A phase counts as begun on the earliest day its start can mean, and as over after the latest day its end can mean.
    What a source says of the day itself counts before what follows from other dates.
    """
    status = _by_its_dates(day, starts, planned_end, ends)
    if status is not Status.RUNNING and any(first <= day <= last for first, last in attested):
        return Status.ATTESTED
    return status


def _by_its_dates(day, starts, planned_end, ends):
    if ends and day > ends.latest:
        return Status.ENDED
    if not starts:
        return Status.UNDATED
    if day < starts.earliest:
        return Status.PLANNED
    if not ends and planned_end and day > planned_end.latest:
        return Status.OVERDUE
    return Status.RUNNING
