"""The questions that are asked of phases."""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from sesec_portal.core.pages import PortalPageQuerySet

from .statement import Statement


class PhaseQuerySet(PortalPageQuerySet):
    """The questions the portal asks about phases."""

    def by_date(self):
        """Return phases in the order of their first date on record; those without any come last."""
        return self.order_by(_first_date().asc(nulls_last=True), "number")

    def touching(self, span):
        """Return the phases that may have lasted on some day of a span, a pair of days.

        One without a recorded or planned end counts as lasting; where nobody recorded the start, and outside of its
        dates, the times count for which a source names it as active.
        """
        first, last = span
        ends = Coalesce("ends_latest", "planned_end_latest")
        by_dates = (Q(over__isnull=True) | Q(over__gte=first)) & Q(starts_earliest__lte=last)
        attested = (
            _attested()
            .alias(over=Coalesce("until_latest", "date_latest"))
            .filter(over__gte=first, date_earliest__lte=last)
        )
        return self.alias(over=ends).filter(by_dates | Exists(attested))

    def after(self, phase):
        """Return the phases that follow this one in `by_date`."""
        dated = self.alias(first_date=_first_date())
        if phase.first_date is None:
            return dated.filter(first_date__isnull=True, number__gt=phase.number)
        same = Q(first_date=phase.first_date, number__gt=phase.number)
        return dated.filter(Q(first_date__gt=phase.first_date) | Q(first_date__isnull=True) | same)


def _attested():
    """Return the Statements that name the phase of the query around them as active, in the order of time."""
    return Statement.objects.filter(phase=OuterRef("pk"), fact=Statement.Fact.ACTIVE).order_by("date_earliest")


def _first_date():
    """Return what places a phase in time: its start, or else the first time attested, or else its end.

    So the phase after one without a start comes after it.
    """
    return Coalesce("starts_earliest", Subquery(_attested().values("date_earliest")[:1]), "ends_earliest")
