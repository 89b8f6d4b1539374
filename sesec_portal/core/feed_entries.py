"""What became public, and when: the entries of the feeds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.functional import Promise

from .absolute_urls import relative

# No feed tells of more.
LATEST = 50
# What is published gets its first and its last moment one after the other.
_SAME_MOMENT = timedelta(minutes=1)


@dataclass(frozen=True)
class FeedEntry:
    """Something that readers can read since a moment.

    Attributes: `key`, a name for it that outlasts every renaming; `moment`, since when it can be read as it is;
    `title` and `summary`, in the active language; `address`, in full; `first`, since when it can be read at all.
    """

    key: str
    moment: datetime
    title: str
    summary: str
    address: str
    first: datetime | None = None

    @property
    def is_new(self) -> bool:
        """Whether it is known to have been published at that moment, rather than changed."""
        return self.first is not None and self.moment - self.first < _SAME_MOMENT

    @property
    def path(self) -> str:
        """Its address on this portal."""
        return relative(self.address)


@dataclass(frozen=True)
class Feed:
    """A feed by its name in addresses and its title; `entries` returns its FeedEntries in the active language.

    Attributes besides: `is_part`, whether the feed of all pages tells of the same; `topic`, the code of the one topic
    that it is about, if it is about one; `narrowed`, for a feed that readers narrow, returns the Feed of what fits the
    parameters of an address, and may raise Http404: it has these as its `query`, from the question mark on.

    An app returns its feeds from a function that it gives to Wagtail's hook `register_feeds`.
    """

    name: str
    title: str | Promise
    entries: Callable[[], Iterable[FeedEntry]]
    is_part: bool = False
    topic: str = ""
    query: str = ""
    narrowed: Callable[[Mapping[str, str]], "Feed"] | None = None


def newest_first(changes: Iterable[FeedEntry]) -> list[FeedEntry]:
    """Return the LATEST of these changes, the newest first."""
    return sorted(changes, key=lambda change: change.moment, reverse=True)[:LATEST]


def readable_since(recorded_at: datetime, day: date | None, days_later: int = 0) -> datetime:
    """Return since when something can be read that was recorded at a moment, but is not shown before a day.

    Arguments: the moment; the day, or None where it does not matter; and how many days after it the showing begins.
    """
    if day is None:
        return recorded_at
    return max(recorded_at, timezone.make_aware(datetime.combine(day + timedelta(days=days_later), time.min)))
