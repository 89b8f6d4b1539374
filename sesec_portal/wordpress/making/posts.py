"""The posts and pages of an export."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from wagtail.models import Page

from ..bodies.known import Known
from ..export.items import PAGES, Item
from ..export.mapping import Map
from ..report import Fate, Report
from . import addresses, pages
from .records import Records
from .wanted import TYPES, complete, outline


class Posts:
    """Makes pages of posts: room for all of them first, as they link to one another, then what they say.

    Arguments: the map; what is Known of the former site, which this adds to; the records of former runs; the report.
    Attribute: `by_number`, the published pages by the numbers of their posts.
    """

    def __init__(self, rules: Map, known: Known, records: Records, report: Report) -> None:
        self._rules, self._known, self._records, self._report = rules, known, records, report
        self._places = pages.Places(rules.pages_below)
        self._redirects = addresses.Redirects()
        self._new: dict[tuple[str, int], Page] = {}
        self.by_number: dict[int, Page] = {}
        self.lead = self._redirects.lead

    @staticmethod
    def public_numbers(items: Iterable[Item]) -> set[int]:
        """Return the numbers of the posts that anybody could read."""
        return {item.post_id for item in items if item.kind in PAGES and item.is_public}

    def make_room(self, items: Iterable[Item]) -> None:
        """Add the pages that are missing, without a text yet, and learn which address each stands for."""
        claimed: list[tuple[str, int]] = []
        for item in items:
            wanted = outline(item, self._rules.aim(item), self._rules)
            record = self._records.of(item)
            page = record.page if record else None
            if not record:
                if not self._places.has(wanted.what):
                    self._report.add(item, Fate.REFUSED, "the portal has no page below which it could stand")
                    continue
                page = self._new[item.key] = self._places.add(item, wanted)
            if page and item.is_public:
                self.by_number[item.post_id] = page
                claimed += [(address, page.pk) for address in addresses.of(item, self._known)]
        for address, key in claimed:
            self._known.pages.setdefault(address, key)

    def write(self, items: Iterable[Item]) -> None:
        """Write what is new, or was changed in the export and not here."""
        for item in items:
            if item.key in self._new or self._records.of(item):
                self._write(item)

    def _write(self, item: Item) -> None:
        wanted = outline(item, self._rules.aim(item), self._rules)
        complete(wanted, item, self._known)
        record = self._records.of(item)
        head = replace(item, content="", excerpt="")
        page: Any = self._new.get(item.key) or (record.page.specific if record and record.page else None)
        if record and (why := self._leave(record.left_as, page, TYPES[wanted.what])):
            self._report.add(head, Fate.LEFT_ALONE, why)
        elif record and record.digest == wanted.digest:
            self._report.add(head, Fate.UNCHANGED)
        else:
            pages.write(page, wanted, item)
            self._records.keep(item, page, wanted.digest, pages.left_as(page))
            line = self._report.add(head, Fate.UPDATED if record else Fate.CREATED, *wanted.notes)
            if wanted.is_public:
                line.notes += filter(None, [self.lead(one, page) for one in addresses.of(item, self._known)])

    @staticmethod
    def _leave(left_as: str, page: Page | None, kind: type[Page]) -> str:
        if page is None:
            return "it was deleted here"
        if pages.left_as(page) != left_as:
            return "it was changed here"
        return "" if isinstance(page, kind) else "the map would make another type of page of it now"
