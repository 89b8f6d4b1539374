"""The body of a page from the HTML of a post."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from sesec_portal.core import rich_text

from . import shortcodes
from .builder import HEADINGS, Block, Builder
from .known import Known

LONGEST = 500_000
_DEEPEST = 60
_MOST_TAGS, _MOST_TAGS_OPEN = 20_000, 500


class Unreadable(ValueError):
    """Raised for HTML that no editor wrote; its text says why."""


def refuse_unreadable(html: str) -> None:
    """Raise Unreadable for HTML that is too long, or nested too deep, for a page."""
    if len(html) > LONGEST or html.count("<") > _MOST_TAGS:
        raise Unreadable("its text is longer than any page should be")
    # Python's reader of HTML needs hours for tags that never end.
    if html.count("<") - html.count(">") > _MOST_TAGS_OPEN:
        raise Unreadable("its HTML is broken")
    level: list[PageElement] = [BeautifulSoup(html, "html.parser")]
    for _ in range(_DEEPEST):
        level = [child for node in level if isinstance(node, Tag) for child in node.children]
        if not level:
            return
    raise Unreadable("its HTML stands too deep in itself")


def body(html: str, title: str, known: Known, post_id: int) -> tuple[list[Block], list[str]]:
    """Return the blocks of a body, as pairs of a type and a raw value, and what is to be said of them.

    The value of a text is not yet cut to what editors may use: `clean` does that.
    Arguments: the HTML; the title of the page, which names tables that have no caption; what is Known of the former
    site; the number of the post.
    """
    html, notes = shortcodes.replace(html.replace("\r\n", "\n"), known, post_id)
    soup = BeautifulSoup(html, "html.parser")
    made = Builder(title, known, notes, _highest(soup), in_lines="<!-- wp:" not in html)
    made.read(soup)
    made.end_text()
    return made.blocks, made.notes


def clean(blocks: list[Block]) -> list[dict[str, Any]]:
    """Return the raw value of a body: in texts only what editors may use, and a name of its own for each entry."""
    cleaned = ((kind, _CLEAN[kind](value) if kind in _CLEAN else value) for kind, value in blocks)
    return [{"type": kind, "value": value, "id": _id()} for kind, value in cleaned]


def _id() -> str:
    return str(uuid4())


def _cut(html: str, features: list[str]) -> str:
    converter = ContentstateConverter(features)
    return converter.to_database_format(converter.from_database_format(html)) if html else ""


def _table(value: dict[str, Any]) -> dict[str, Any]:
    grid = value["table"]
    rows = [{"values": [_cut(cell, rich_text.CELL) for cell in row["values"]]} for row in grid["rows"]]
    return {**value, "table": {**grid, "rows": rows}}


# Without names of their own the entries of a list could not be translated.
_CLEAN: dict[str, Callable[[Any], object]] = {
    "text": lambda html: _cut(html, rich_text.BODY),
    "table": _table,
    "definitions": lambda value: {
        "entries": [{"type": "item", "id": _id(), "value": entry} for entry in value["entries"]]
    },
}


def _highest(soup: BeautifulSoup) -> str:
    """Return which headings open sections: the highest in use, as the title of the page stands above them."""
    return min((str(heading.name) for heading in soup.find_all(HEADINGS)), default="h2")
