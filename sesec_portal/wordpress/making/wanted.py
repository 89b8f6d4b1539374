"""What a post is to be as a page, before anything is made."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from newsroom.models import EventPage, NewsPage
from sesec_portal.core.pages import BasePage
from sesec_portal.home.models import StandardPage
from sesec_portal.moments.moment import Moment
from standards.models import CallPage

from ..bodies.body import body
from ..bodies.builder import Block
from ..bodies.known import Known
from ..export.items import Item, plain
from ..export.mapping import CALL, EVENT, NEWS, TEXT, Aim, Map

TYPES: Mapping[str, type[BasePage]] = {NEWS: NewsPage, EVENT: EventPage, CALL: CallPage, TEXT: StandardPage}
_LONGEST_SUMMARY = 300
_START = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::\d\d)?)?")


@dataclass
class Wanted:
    """A page as an export wants it: type, fields, topics, body, whether readers see it, and what is said of it."""

    what: str
    fields: dict[str, Any]
    topics: tuple[int, ...]
    is_public: bool
    blocks: list[Block] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The digest of all that the page is to be."""
        said = [self.what, self.fields, self.topics, self.is_public, self.blocks]
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def outline(item: Item, aim: Aim, rules: Map) -> Wanted:
    """Return what an item is to be but for its body and pictures."""
    notes = list(aim.notes)
    fields: dict[str, Any] = {"title": _title(item, notes), "summary": _summary(item, notes)}
    what, kind = aim.what, aim.kind
    if what == EVENT:
        if starts := _start(item, rules):
            fields["starts"] = starts
        else:
            notes.append("no start in the export: it is news, not an event")
            what, kind = NEWS, NewsPage.Kind.NEWS.value
    if what == NEWS:
        fields["date"] = item.day
    if what != TEXT:
        fields["kind"] = kind
    if not item.is_public:
        notes.append(f"not published: {'it had a password' if item.password else item.status or 'no status'}")
    return Wanted(what, fields, aim.topics if what != TEXT else (), item.is_public, notes=notes)


def complete(wanted: Wanted, item: Item, known: Known) -> None:
    """Add the body, and the picture of a news item."""
    wanted.blocks, notes = body(item.content, wanted.fields["title"], known, item.post_id)
    wanted.notes += notes
    if wanted.what == NEWS:
        number = item.meta.get("_thumbnail_id", "")
        picture = known.by_number.get(int(number)) if re.fullmatch(r"[0-9]{1,18}", number) else None
        wanted.fields["picture_id"] = picture.pk if picture else None
        if number and not picture:
            wanted.notes.append("its featured picture is not among the attachments")


def _title(item: Item, notes: list[str]) -> str:
    title = item.words_of_title
    if not title:
        words = plain(item.content[:2000]) or item.slug.replace("-", " ") or item.day or item.guid
        title = _cut(words, 60)
        notes.append(f"it has no title; it is called “{title}”")
    elif len(title) > 255:
        notes.append("its title is cut to 255 characters")
    return title[:255]


def _summary(item: Item, notes: list[str]) -> str:
    excerpt = plain(item.excerpt)
    if len(excerpt) > _LONGEST_SUMMARY:
        notes.append("its excerpt is cut to 300 characters")
    return _cut(excerpt, _LONGEST_SUMMARY)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rpartition(" ")[0][: most - 1].rstrip() + "…"


def _start(item: Item, rules: Map) -> str:
    """Return the start of an event as a Moment is written, from the first of the map's fields that has one; else ""."""
    for name in rules.event_starts:
        found = _START.fullmatch(item.meta.get(name, "").strip())
        if not found:
            continue
        try:
            at = time.fromisoformat(found[2]) if found[2] else None
            return str(Moment.of(date.fromisoformat(found[1]), at, rules.event_zone))
        except ValueError:
            continue
    return ""
