"""The starter pages of the watch on standards: calls for comments."""

from collections.abc import Callable, Iterable
from typing import Any

from wagtail.models import Page

from standards.models import CallDocument, CallIndexPage, CallNumber, CallPage, CallTopic

from . import builders
from .builders import Fields


def load_standards(make: Callable[..., Page], home: Page, read: Callable[[str], Any]) -> None:
    """Make the pages that are missing. Arguments: what makes a page, the front page, what reads a file of content."""
    calls = read("calls")
    index = make(CallIndexPage, home, calls["index"])
    for entry in calls["calls"]:
        make(CallPage, index, entry, publish_call, numbers=entry.get("numbers", ()))


def publish_call(
    index: Page,
    *,
    numbers: Iterable[Fields] = (),
    documents: Iterable[Fields] = (),
    topics: Iterable[Fields] = (),
    **fields: object,
) -> CallPage:
    """Publish a call. `numbers`, `documents`, `topics`: lists of the fields of the models of those names."""
    rows: Fields = {
        "numbers": [CallNumber(**one, sort_order=place) for place, one in enumerate(numbers)],
        "documents": [CallDocument(**one, sort_order=place) for place, one in enumerate(documents)],
        "topics": [CallTopic(**one, sort_order=place) for place, one in enumerate(topics)],
    }
    return builders.publish(CallPage(**fields, **rows), index)
