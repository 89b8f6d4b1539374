"""What the explorer of the admin shows of news, events and publications."""

from operator import attrgetter

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sesec_portal.core.explorer import ExplorerViewSet, Fact
from sesec_portal.languages.punctuation import listed
from sesec_portal.moments.words import in_words

from .models import EventIndexPage, EventPage, NewsIndexPage, NewsPage, PublicationIndexPage, PublicationPage


def _place(event):
    return listed(place for place in (event.shown_city, gettext("online") if event.online else "") if place)


class NewsViewSet(ExplorerViewSet):
    """The pages below the list of news."""

    of = NewsPage
    below = (NewsIndexPage,)
    facts = (
        Fact("date", _("Date"), attrgetter("date"), of, "newspage__date_earliest"),
        Fact("kind", _("Kind"), of.get_kind_display, of, "newspage__kind"),
    )


class EventViewSet(ExplorerViewSet):
    """The pages below the list of events."""

    of = EventPage
    below = (EventIndexPage,)
    facts = (
        Fact("starts", _("Begins"), lambda event: event.starts and in_words(event.starts), of, "eventpage__starts_at"),
        Fact("place", _("Place"), _place, of, "eventpage__city"),
        Fact("event_status", _("Today"), attrgetter("status_in_words"), of),
    )


class PublicationViewSet(ExplorerViewSet):
    """The pages below the list of publications."""

    of = PublicationPage
    below = (PublicationIndexPage,)
    facts = (
        Fact("kind", _("Kind"), of.get_kind_display, of, "publicationpage__kind"),
        Fact("issue_number", _("Issue"), attrgetter("issue_number"), of, "publicationpage__issue_number"),
        Fact("issued", _("Date"), attrgetter("issued"), of, "publicationpage__issued_earliest"),
        Fact(
            "period",
            _("Period"),
            lambda one: one.dates_in_words if one.starts or one.ends else "",
            of,
            "publicationpage__starts_earliest",
        ),
    )
