"""What the explorer of the admin shows of calls for comments, and of bodies."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.explorer import ExplorerViewSet, Fact
from sesec_portal.moments.words import in_words

from .models import BodyIndexPage, BodyPage, CallIndexPage, CallPage


class CallViewSet(ExplorerViewSet):
    """The pages below the list of calls."""

    of = CallPage
    below = (CallIndexPage,)
    facts = (
        Fact(
            "deadline",
            _("Deadline"),
            lambda call: call.deadline and in_words(call.deadline, is_end=True),
            of,
            "callpage__deadline_at",
        ),
        Fact("call_status", _("Today"), attrgetter("status_in_words"), of),
    )


class BodyViewSet(ExplorerViewSet):
    """The pages below who is who."""

    of = BodyPage
    below = (BodyIndexPage,)
    facts = (
        Fact("abbreviation", _("Abbreviation"), attrgetter("abbreviation"), of, "bodypage__abbreviation"),
        Fact("kind", _("Kind"), of.get_kind_display, of, "bodypage__kind"),
    )
