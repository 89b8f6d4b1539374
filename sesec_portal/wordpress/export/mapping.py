"""What becomes of which category, as `content/wordpress.yaml` says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from governance.models import Sector
from newsroom.models import EventPage, NewsPage
from sesec_portal.moments.zones import is_zone
from standards.models import CallPage

from .items import Item

NEWS, EVENT, CALL, TEXT, SKIP = "news", "event", "call", "text", "skip"
_KINDS = {NEWS: NewsPage.Kind, EVENT: EventPage.Kind, CALL: CallPage.Kind}
_KEYS = {"pages_below", "event_starts", "event_zone", "categories"}


class BadMap(ValueError):
    """Raised for a map that cannot be followed; its text says why."""


@dataclass(frozen=True)
class Aim:
    """What an item is to become: `what`, a page type in a word; `kind`, its kind; `topics`, keys of Sectors."""

    what: str
    kind: str = ""
    topics: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Map:
    """What becomes of which category, where pages of text go, in which of an item's meta an event's start stands."""

    categories: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    topics: Mapping[str, int] = field(default_factory=dict)
    pages_below: str = ""
    event_starts: tuple[str, ...] = ()
    event_zone: str = "Europe/Brussels"

    @classmethod
    def read(cls, path: Path) -> "Map":
        """Return the map of a file. Raises BadMap."""
        try:
            said = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        except (OSError, ValueError, yaml.YAMLError) as fault:
            raise BadMap(f"{path} cannot be read: {fault}") from fault
        if not isinstance(said, dict) or set(said) - _KEYS:
            raise BadMap(f"{path} may have these keys alone: {', '.join(sorted(_KEYS))}.")
        topics = dict(Sector.objects.values_list("code", "pk"))
        categories = {
            str(slug): _checked(slug, entry, topics) for slug, entry in (said.get("categories") or {}).items()
        }
        zone = said.get("event_zone") or cls.event_zone
        if not is_zone(zone):
            raise BadMap(f"There is no time zone {zone}.")
        starts = tuple(map(str, said.get("event_starts") or ()))
        return cls(categories, topics, str(said.get("pages_below") or ""), starts, zone)

    def aim(self, item: Item) -> Aim:
        """Return what an item is to become."""
        if item.kind == "page":
            return Aim(TEXT)
        own = [category for category in item.categories if category.domain == "category"]
        entries = [self.categories[category.slug] for category in own if category.slug in self.categories]
        unknown = [category.name for category in own if category.slug not in self.categories]
        if any(entry.get("as") == SKIP for entry in entries):
            return Aim(SKIP)
        decisive = next((entry for entry in entries if entry.get("as", NEWS) != NEWS), None)
        decisive = decisive or next((entry for entry in entries if "kind" in entry), {})
        topics = dict.fromkeys(self.topics[entry["topic"]] for entry in entries if "topic" in entry)
        notes = (f"no topic, as the map has no category {', '.join(unknown)}",) if unknown else ()
        what = decisive.get("as", NEWS)
        return Aim(what, decisive.get("kind", "news" if what == NEWS else ""), tuple(topics), notes)


def _checked(slug: object, entry: Any, topics: Mapping[str, int]) -> Mapping[str, str]:  # noqa: ANN401  what YAML gives
    if not isinstance(entry, dict) or set(entry) - {"as", "kind", "topic"}:
        raise BadMap(f"The category {slug} may say these alone: as, kind, topic.")
    what = entry.get("as", NEWS)
    if what not in (*_KINDS, SKIP):
        raise BadMap(f"The category {slug} can become {', '.join(_KINDS)} or {SKIP}, not {what}.")
    kinds = _KINDS[what].values if what in _KINDS else []
    if (what in (EVENT, CALL) or "kind" in entry) and entry.get("kind") not in kinds:
        raise BadMap(f"The category {slug} needs one of these kinds: {', '.join(kinds)}.")
    if "topic" in entry and entry["topic"] not in topics:
        raise BadMap(f"The category {slug} names a topic that there is none of: {entry['topic']}.")
    return entry
