"""The questions that are asked of phases."""

from django.db.models import Q
from django.db.models.functions import Coalesce

from sesec_portal.core.as_of import AsOfQuerySet
from sesec_portal.core.pages import PortalPageQuerySet

# A phase whose start nobody recorded is placed by its end, so that the phase after it comes after it.
FIRST_DATE = Coalesce("starts_earliest", "ends_earliest")


class PhaseQuerySet(AsOfQuerySet, PortalPageQuerySet):
    """The questions the portal asks about phases."""

    day_field = "starts_earliest"

    def by_date(self):
        """Return phases in the order of their first date on record; those without any come last."""
        return self.order_by(FIRST_DATE.asc(nulls_last=True), "number")

    def touching(self, span):
        """Return the phases that may have lasted on some day of a span, a pair of days.

        A phase whose start nobody recorded is left out; one without a recorded or planned end counts as lasting.
        """
        first, last = span
        ends = Coalesce("ends_latest", "planned_end_latest")
        return self.alias(over=ends).filter(Q(over__isnull=True) | Q(over__gte=first), starts_earliest__lte=last)

    def before(self, phase):
        """Return the phases that precede this one in `by_date`."""
        dated = self.alias(first_date=FIRST_DATE)
        if phase.first_date is None:
            return dated.filter(Q(first_date__isnull=False) | Q(number__lt=phase.number))
        same = Q(first_date=phase.first_date, number__lt=phase.number)
        return dated.filter(Q(first_date__lt=phase.first_date) | same)

    def after(self, phase):
        """Return the phases that follow this one in `by_date`."""
        dated = self.alias(first_date=FIRST_DATE)
        if phase.first_date is None:
            return dated.filter(first_date__isnull=True, number__gt=phase.number)
        same = Q(first_date=phase.first_date, number__gt=phase.number)
        return dated.filter(Q(first_date__gt=phase.first_date) | Q(first_date__isnull=True) | same)
