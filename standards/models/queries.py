"""The questions that are asked of calls for comments."""

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from .dated import DatedQuerySet


class CallQuerySet(DatedQuerySet):
    """The questions the portal asks about calls for comments."""

    # One without a deadline stands where it was opened.
    day = Coalesce("deadline_at", "opens_at")

    def in_full(self):
        """Return the calls with their numbers and topics."""
        return super().in_full().prefetch_related("numbers")

    def open(self):
        """Return the calls to which comments can be sent now, what closes next first."""
        now = timezone.now()
        begun = Q(opens_at__lte=now) | Q(opens_at=None)
        return self.filter(begun, deadline_at__gt=now).order_by("deadline_at", "pk")

    def coming(self):
        """Return the calls that open later, the next first."""
        return self.filter(opens_at__gt=timezone.now()).order_by("opens_at", "pk")

    def over(self):
        """Return the calls that are closed, or of which no deadline is recorded."""
        now = timezone.now()
        begun = Q(opens_at__lte=now) | Q(opens_at=None)
        return self.filter(Q(deadline_at__lte=now) | Q(deadline_at=None) & begun)

    def without_outcome(self):
        """Return the closed calls of which nobody has recorded what came of them, the last that closed first."""
        return self.over().filter(outcome="").exclude(deadline_at=None).order_by("-deadline_at", "pk")
