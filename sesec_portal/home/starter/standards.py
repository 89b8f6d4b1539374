"""The starter pages of the watch on standards: bodies, terms, calls for comments."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from wagtail.models import Page

from standards.models import (
    BodyIndexPage,
    BodyName,
    BodyPage,
    CallDocument,
    CallIndexPage,
    CallNumber,
    CallPage,
    CallTopic,
    GlossaryPage,
    Term,
)

from . import builders
from .builders import Fields
from .texts import Entry


def load_standards(make: Callable[..., Page], home: Page, read: Callable[[str], Any]) -> None:
    """Make the pages that are missing. Arguments: what makes a page, the front page, what reads a file of content."""
    bodies = _load_bodies(make, home, read("bodies"))
    glossary = read("terms")
    make(GlossaryPage, home, glossary["index"])
    for entry in glossary["terms"]:
        load_term(entry, bodies)
    calls = read("calls")
    index = make(CallIndexPage, home, calls["index"])
    for entry in calls["calls"]:
        make(CallPage, index, entry, publish_call, numbers=entry.get("numbers", ()))


def load_term(entry: Entry, bodies: Mapping[str | None, Page], **fields: object) -> bool:
    """Make a term unless there is one of its code; return whether it was made. `bodies`: by what entries call them."""
    made = {**entry, "body": bodies.get(entry.get("body")), **fields}
    return Term.objects.get_or_create(code=entry["code"], defaults=made)[1]


def related(entry: Entry, bodies: Mapping[str | None, Page]) -> Fields:
    """Return what a body has beside its own fields: its names, and the bodies above it and after it."""
    return {"names": entry["names"], **{key: bodies.get(entry.get(key)) for key in ("part_of", "successor")}}


def publish_body(index: Page, *, names: Iterable[Fields], **fields: object) -> BodyPage:
    """Publish a body. `names`: a list of the fields of a BodyName."""
    rows: Fields = {"names": builders.in_order(BodyName, names)}
    return builders.publish(BodyPage(**fields, **rows), index)


def _load_bodies(make: Callable[..., Page], home: Page, content: Entry) -> dict[str | None, Page]:
    index = make(BodyIndexPage, home, content["index"])
    bodies: dict[str | None, Page] = {}
    for entry in content["bodies"]:
        bodies[entry["slug"]] = make(BodyPage, index, entry, publish_body, **related(entry, bodies))
    return bodies


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
        "numbers": builders.in_order(CallNumber, numbers),
        "documents": builders.in_order(CallDocument, documents),
        "topics": builders.in_order(CallTopic, topics),
    }
    return builders.publish(CallPage(**fields, **rows), index)
