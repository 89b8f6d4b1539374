"""News, calls, events and publications of many years, as the watch of two decades would fill them."""

from datetime import date, timedelta

from newsroom.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage, PublicationIndexPage, PublicationPage
from standards.models import CallIndexPage, CallPage

from . import words
from .registers import both

FIRST_DAY = date(2006, 5, 1)


def grow(builder, count):
    """Add `count` dated pages in both languages: of fifteen pairs ten news, two calls, two events, one publication."""
    kinds = [_news] * 10 + [_call] * 2 + [_event] * 2 + [_publication]
    parents = {kind: both(index) for kind, index in _INDEXES.items()}
    for number in range(count // 2):
        kind = kinds[number % len(kinds)]
        day = FIRST_DAY + timedelta(days=number % 7500)
        model, fields = kind(number, day)
        pages = []
        for language, parent in enumerate(parents[kind]):
            said = {"title": words.title(number, language), "summary": words.sentence(number, language)}
            said["body"] = words.body(model, number, language)
            like = pages[0] if language else None
            pages.append(builder.add(model, parent, language=language, like=like, **said, **fields))
    builder.flush()


def _news(number, day):
    return NewsPage, {"slug": f"news-{number}", "date": day.isoformat(), "kind": "news"}


def _call(number, day):
    moments = {"opens": f"{day}[Asia/Shanghai]", "deadline": f"{day + timedelta(days=60)}[Asia/Shanghai]"}
    return CallPage, {"slug": f"call-{number}", "kind": "national", **moments}


def _event(number, day):
    fields = {"slug": f"event-{number}", "kind": "webinar", "starts": f"{day}[Europe/Brussels]", "online": True}
    event = EventPage(**fields)
    return EventPage, {**fields, "over_at": event.over}


def _publication(number, day):
    return PublicationPage, {"slug": f"issue-{number}", "kind": "newsletter", "issued": day.isoformat()}


_INDEXES = {_news: NewsIndexPage, _call: CallIndexPage, _event: EventIndexPage, _publication: PublicationIndexPage}
