"""The questions that are asked of the newsroom."""

from datetime import datetime, time, timedelta

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from sesec_portal.edtf.clock import today
from standards.models.dated import DatedQuerySet

# As long calendars tell that an event was called off, from the day on which it would have been.
KEPT = timedelta(days=365)


class NewsQuerySet(DatedQuerySet):
    """The questions the portal asks about news."""


class PublicationQuerySet(DatedQuerySet):
    """The questions the portal asks about publications."""

    # Of an issue without a date of publication the period of which it tells.
    day = Coalesce("issued_earliest", "ends_latest", "starts_earliest")


class EventQuerySet(DatedQuerySet):
    """The questions the portal asks about events."""

    day = F("starts_at")

    def ahead(self):
        """Return the events that are not over and not called off, the next first."""
        return self.filter(_not_over(), state="").order_by("starts_at", "pk")

    def called_off(self):
        """Return the events to come that were postponed or cancelled."""
        return self.filter(_not_over()).exclude(state="").order_by("starts_at", "pk")

    def over(self):
        """Return the events that are over."""
        return self.exclude(_not_over())

    def without_report(self):
        """Return the events that were announced here, took place, and have no report; the last first."""
        held = self.over().filter(state="", first_published_at__lt=F("over_at"))
        return held.exclude(files__kind="report").order_by("-over_at", "pk")

    def still_told_of(self):
        """Return all but those that were called off and would have been over for a year; it changes with the day."""
        since = timezone.make_aware(datetime.combine(today() - KEPT, time.min))
        return self.filter(Q(state="") | Q(over_at__gt=since)).exclude(starts_at=None)


def _not_over():
    now = timezone.now()
    return Q(over_at__gt=now) | Q(over_at=None)
