"""What the explorer of the admin shows of meetings, and of revisions of the priorities."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.explorer import ExplorerViewSet, Fact

from .models import MeetingPage, PriorityIndexPage, PriorityRevisionPage, SteeringCommitteePage


class MeetingViewSet(ExplorerViewSet):
    """The pages below the Steering Committee."""

    of = MeetingPage
    below = (SteeringCommitteePage,)
    facts = (
        Fact("number", _("Number"), attrgetter("number"), of, "meetingpage__number"),
        Fact("held", _("Date"), attrgetter("held"), of, "meetingpage__held_earliest"),
    )


class RevisionViewSet(ExplorerViewSet):
    """The pages below the priorities."""

    of = PriorityRevisionPage
    below = (PriorityIndexPage,)
    facts = (
        Fact("number", _("Number"), attrgetter("number"), of, "priorityrevisionpage__number"),
        Fact("adopted", _("Adopted"), attrgetter("adopted"), of, "priorityrevisionpage__adopted_earliest"),
    )
