"""Bodies of pages: from content to the blocks of a StreamField."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any
from uuid import uuid4

from .texts import Entry, Texts


def body(blocks: Iterable[Entry] | None, texts: Texts) -> list[Entry]:
    """Return the raw value of a body. `blocks`: a list of one-key mappings, block type to content."""
    return [
        {"type": kind, "value": _BLOCKS[kind](content, texts)}
        for block in blocks or ()
        for kind, content in block.items()
    ]


def clauses(entries: Iterable[Entry] | None, texts: Texts) -> list[Entry]:
    """Return the raw value of the clauses of terms of reference."""
    return [{"type": "clause", "value": _clause(entry, texts)} for entry in entries or ()]


def _items(values: Iterable[object]) -> list[Entry]:
    """Return the raw value of a ListBlock; without ids of their own its entries could not be translated."""
    return [{"type": "item", "id": str(uuid4()), "value": value} for value in values]


def _clause(entry: Entry, texts: Texts) -> Entry:
    return {
        "heading": texts.plain(entry["heading"]),
        "text": texts.rich(entry.get("text")),
        "subclauses": _items(
            {"heading": texts.plain(part.get("heading")), "text": texts.rich(part["text"])}
            for part in entry.get("subclauses") or ()
        ),
    }


def _cell(words: str) -> str:
    return f"<p>{escape(words, quote=False)}</p>" if words else ""


_BLOCKS: dict[str, Callable[[Any, Texts], object]] = {
    "heading": lambda content, texts: texts.plain(content),
    "text": lambda content, texts: texts.rich(content),
    "quote": lambda content, texts: {key: texts.plain(content[key]) for key in ("text", "attribution")},
    "definitions": lambda content, texts: {
        "entries": _items({key: texts.plain(entry[key]) for key in ("term", "meaning")} for entry in content["entries"])
    },
    "table": lambda content, texts: {
        "caption": texts.plain(content["caption"]),
        "table": {
            "columns": [{"type": "cell", "heading": texts.plain(column)} for column in content["columns"]],
            "rows": [{"values": [_cell(texts.plain(cell)) for cell in row]} for row in content["rows"]],
            "caption": "",
        },
    },
    "note": lambda content, texts: {
        "heading": texts.plain(content.get("heading")),
        "text": texts.rich(content["text"]),
    },
    "disagreement": lambda content, texts: {
        "about": texts.plain(content["about"]),
        "statements": _items(
            {"says": texts.plain(entry["says"]), "cited": entry["cited"].pk, "cited_at": entry.get("cited_at", "")}
            for entry in content["statements"]
        ),
    },
}
