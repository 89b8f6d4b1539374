"""The starter pages of the newsroom: news, events, publications."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from wagtail.models import Page

from newsroom.models import (
    EventConcerned,
    EventIndexPage,
    EventPage,
    EventTopic,
    NewsConcerned,
    NewsIndexPage,
    NewsPage,
    NewsTopic,
    PublicationIndexPage,
    PublicationPage,
    PublicationTopic,
)
from phases.models import PhasePage
from standards.models import CallPage

from . import builders
from .builders import Fields
from .texts import Entry


class Newsroom:
    """Makes what is missing of the newsroom.

    Arguments: what makes a page, as `StarterContent` does; the front page; what reads a file of content; the partners.
    """

    def __init__(
        self,
        make: Callable[..., Page],
        home: Page,
        read: Callable[[str], Any],
        partners: Mapping[str, Page],
    ) -> None:
        self._make, self._home, self._content, self._partners = make, home, read("newsroom"), partners

    def load(self) -> None:
        """Make the lists and what stands in them: events first, which news can name."""
        events = self._index(EventIndexPage, "event_index")
        for entry in self._content["events"]:
            self._entry(EventPage, events, entry, publish_event, phase=_phase(entry), concerned=self._concerned(entry))
        news = self._index(NewsIndexPage, "news_index")
        for entry in self._content["news"]:
            told = {"call": _named(CallPage, entry.get("call")), "event": _named(EventPage, entry.get("event"))}
            self._entry(NewsPage, news, entry, publish_news, **told, concerned=self._concerned(entry))
        publications = self._index(PublicationIndexPage, "publication_index")
        for entry in self._content["publications"]:
            kind = PublicationPage.Kind.NEWSLETTER
            self._entry(PublicationPage, publications, entry, publish_publication, kind=kind, phase=_phase(entry))

    def _index(self, model: type[Page], name: str) -> Page:
        return self._make(model, self._home, self._content[name])

    def _entry(self, model: type[Page], index: Page, entry: Entry, make: Callable[..., Page], **fields: object) -> None:
        self._make(model, index, {"body": [], "translated": True, **entry}, make, **fields)

    def _concerned(self, entry: Entry) -> list[Fields]:
        return [{"partner": self._partners[key]} for key in entry.get("partners", ())]


def publish_news(
    index: Page, *, concerned: Iterable[Fields] = (), topics: Iterable[Fields] = (), **fields: object
) -> NewsPage:
    """Publish a news item. `concerned`, `topics`: lists of the fields of the models of those names."""
    rows: Fields = {
        "concerned": builders.in_order(NewsConcerned, concerned),
        "topics": builders.in_order(NewsTopic, topics),
    }
    return builders.publish(NewsPage(**fields, **rows), index)


def publish_event(
    index: Page, *, concerned: Iterable[Fields] = (), topics: Iterable[Fields] = (), **fields: object
) -> EventPage:
    """Publish an event. `concerned`, `topics`: lists of the fields of the models of those names."""
    rows: Fields = {
        "concerned": builders.in_order(EventConcerned, concerned),
        "topics": builders.in_order(EventTopic, topics),
    }
    return builders.publish(EventPage(**fields, **rows), index)


def publish_publication(index: Page, *, topics: Iterable[Fields] = (), **fields: object) -> PublicationPage:
    """Publish a publication. `topics`: a list of the fields of a PublicationTopic."""
    rows: Fields = {"topics": builders.in_order(PublicationTopic, topics)}
    return builders.publish(PublicationPage(**fields, **rows), index)


def _phase(entry: Entry) -> PhasePage | None:
    return _named(PhasePage, entry.get("phase"))


def _named(model: Any, slug: str | None) -> Any:  # noqa: ANN401  a page of that type
    return model.objects.originals().get(slug=slug) if slug else None
