"""The questions that are asked of the committee's registers."""

from django.db.models import F, Max, OuterRef, Subquery

from sesec_portal.core.as_of import AsOfQuerySet
from sesec_portal.core.pages import PortalPageQuerySet
from sesec_portal.core.records import RecordQuerySet
from sesec_portal.edtf import clock
from sesec_portal.visibility.pages import public

from .disclosure import READABLE
from .status_log import StatusEntry


class DecisionQuerySet(AsOfQuerySet, RecordQuerySet):
    """The questions the portal asks about decisions."""

    day_field = "decided_earliest"

    def published(self):
        """Return the decisions of which readers may know, up to the day asked about."""
        return self.live().filter(disclosure__in=READABLE).so_far()

    def next_number(self):
        """Return the number after the highest in the register, drafts among them."""
        return (self.aggregate(highest=Max("number"))["highest"] or 0) + 1

    def for_listing(self):
        """Return the `published` decisions, newest first, with owner, log and corrections.

        Each has its status on the day that the page speaks of.
        """
        listed = self.published().with_status().newest_first().annotate(owner_acronym=F("owner__acronym"))
        return listed.prefetch_related("log", "corrections")

    def with_status(self):
        """Return the decisions, each with its status on the day that the page speaks of, and the day of that."""
        log = StatusEntry.objects.filter(decision=OuterRef("pk"), day__lte=clock.today()).order_by("-day", "-pk")
        return self.annotate(status_now=Subquery(log.values("status")[:1]), status_day=Subquery(log.values("day")[:1]))


class MeetingQuerySet(AsOfQuerySet, PortalPageQuerySet):
    """The questions the portal asks about meetings."""

    day_field = "held_earliest"

    def numbers(self):
        """Return the numbers of the published meetings by primary key."""
        return dict(public(self).originals().values_list("pk", "number"))


class RevisionQuerySet(AsOfQuerySet, PortalPageQuerySet):
    """The questions the portal asks about revisions of the priorities."""

    day_field = "adopted_earliest"
