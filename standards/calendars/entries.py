"""What a calendar tells, before it is written in a format."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, OuterRef, Subquery
from wagtail.models import Page

from sesec_portal.moments.moment import Moment

# No calendar tells of more of a kind.
LATEST = 500


@dataclass(frozen=True)
class Calendar:
    """A calendar by the title under which readers subscribe to it, with its entries."""

    title: str
    entries: list["CalendarEntry"]


@dataclass(frozen=True)
class CalendarEntry:
    """Something at an instant, or from one to another, or on whole days.

    Attributes: `key`, a name for it that outlasts every renaming, the same in every language; `starts`, a Moment, and
    `at`, the instant that it means; `ends`, the Moment of the end of an event, or None; `is_deadline`, whether it ends
    something at `at` and takes no time itself; `title`, `description`, `place` and `address` in the active language;
    `status`, one of those of RFC 5545 for events; and when its page was published `first`, and when it `changed` last
    in any language.
    """

    key: str
    starts: Moment
    at: datetime
    title: str
    description: str
    address: str
    first: datetime
    changed: datetime
    ends: Moment | None = None
    is_deadline: bool = False
    place: str = ""
    status: str = "CONFIRMED"


def for_calendars(pages):
    """Return those of a queryset's pages that calendars tell of, at most LATEST, each with when it `changed`.

    Made-up ones are left out. A change in one language counts in all, so that an entry is the same in each.
    """
    versions = Page.objects.filter(translation_key=OuterRef("translation_key")).order_by().values("translation_key")
    changed = Subquery(versions.annotate(last=Max("last_published_at")).values("last"))
    told = pages.filter(sample=False).exclude(first_published_at=None).exclude(last_published_at=None)
    return told.annotate(changed=changed)[:LATEST]
