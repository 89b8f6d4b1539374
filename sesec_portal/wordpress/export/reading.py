"""Reads an export, item by item, and refuses what is none; nothing is ever fetched for it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from .items import Category, Item

LARGEST = 500 * 1024 * 1024
# An export has five levels: rss, channel, item, comment or postmeta, and what is known of it.
_DEEPEST = 12
_LONGEST_META = 2000
_VERSION = re.compile(r"1\.[0-2]")
_WORDPRESS = re.compile(r"\{https?://wordpress\.org/export/1\.[0-2]/(excerpt/)?\}")
_PREFIXES = {"{http://purl.org/rss/1.0/modules/content/}": "content:", "{http://purl.org/dc/elements/1.1/}": "dc:"}
_FIELDS = {
    "guid": "guid",
    "wp:post_type": "kind",
    "wp:status": "status",
    "title": "title",
    "link": "link",
    "wp:post_name": "slug",
    "dc:creator": "author",
    "wp:post_date": "date",
    "wp:post_date_gmt": "date_gmt",
    "wp:post_modified_gmt": "modified_gmt",
    "wp:post_password": "password",
    "wp:attachment_url": "file_address",
    "content:encoded": "content",
    "excerpt:encoded": "excerpt",
}
_NUMBERS = {"wp:post_id": "post_id", "wp:post_parent": "parent"}
_SITE = ("link", "wp:base_site_url", "wp:base_blog_url", "language", "wp:wxr_version")


class NotAnExport(ValueError):
    """Raised for a file that is no WordPress export, or not a whole one; its text says why."""


class Export:
    """A file that WordPress has exported.

    Attribute: `site`, what the export says of the site (`link`, `language` …), once `items` has been read through.
    Raises NotAnExport for a file that is too large.
    """

    def __init__(self, path: Path) -> None:
        if path.stat().st_size > LARGEST:
            raise NotAnExport(f"It is larger than {LARGEST // 1024 // 1024} MB: export it by the year.")
        self._path = path
        self.site: dict[str, str] = {}

    def items(self) -> Iterator[Item]:
        """Yield the items. Raises NotAnExport, at the latest at the end, for what is malformed or hostile."""
        with self._path.open("rb") as file:
            try:
                yield from self._items(file)
            except DefusedXmlException as fault:
                raise NotAnExport("It declares a document type or entities, which no export does.") from fault
            except ParseError as fault:
                raise NotAnExport(f"Its XML is broken or ends too early: {fault}.") from fault
            # What Python's reader says of encodings.
            except (ValueError, LookupError) as fault:
                raise NotAnExport(str(fault)) from fault

    def _items(self, file: BinaryIO) -> Iterator[Item]:
        above: list[Element] = []
        for event, element in iterparse(file, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                above.append(element)
                if len(above) == 1 and element.tag != "rss":
                    raise NotAnExport("It is XML, but no WordPress export.")
                if len(above) > _DEEPEST:
                    raise NotAnExport("Its elements stand too deep in one another.")
                continue
            above.pop()
            if len(above) == 2 and above[1].tag == "channel":
                if element.tag == "item":
                    yield _item(element)
                elif (name := _name(element)) in _SITE:
                    self.site.setdefault(name, _text(element))
                above[1].remove(element)
        if not _VERSION.fullmatch(self.site.get("wp:wxr_version", "")):
            raise NotAnExport("It does not say that it is a WordPress export of version 1.0 to 1.2 (wp:wxr_version).")


def _item(element: Element) -> Item:
    values: dict[str, str] = {}
    categories: list[Category] = []
    meta: dict[str, str] = {}
    for part in element:
        name = _name(part)
        if name in _FIELDS or name in _NUMBERS:
            values.setdefault(name, _text(part))
        elif name == "category":
            categories.append(Category(part.get("domain", ""), part.get("nicename", ""), _text(part)))
        elif name == "wp:postmeta":
            known = {_name(piece): _text(piece) for piece in part}
            if len(known.get("wp:meta_value", "")) <= _LONGEST_META:
                meta.setdefault(known.get("wp:meta_key", ""), known.get("wp:meta_value", ""))
    texts = {field: values.get(name, "") for name, field in _FIELDS.items()}
    numbers = {field: _number(values.get(name, "")) for name, field in _NUMBERS.items()}
    return Item(**texts, **numbers, categories=tuple(categories), meta=meta)  # type: ignore[arg-type]  # by name


def _name(element: Element) -> str:
    """Return the name of an element with the prefix that exports use; a foreign one keeps its namespace."""
    tag = str(element.tag)
    if found := _WORDPRESS.match(tag):
        return ("excerpt:" if found[1] else "wp:") + tag[found.end() :]
    namespace, brace, name = tag.rpartition("}")
    return _PREFIXES[namespace + brace] + name if namespace + brace in _PREFIXES else tag


def _text(element: Element) -> str:
    return (element.text or "").strip()


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else 0
