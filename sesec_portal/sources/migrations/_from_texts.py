"""How sources that were typed as texts become entries of the register: in rows, in versions, in blocks of text."""

import json
import re
from collections.abc import Callable
from typing import Any

# Which keys of a thing in JSON hold a text and its address, and which say that it is such a thing; which key it gets.
_SHAPES = [
    # A row, as a version of its page or entry has it.
    ("source", "source_url", {"other_statements"}, "cited"),
    ("due_source", "due_source_url", set(), "due_cited"),
    ("new_status_source", "new_status_source_url", set(), "new_status_cited"),
    ("source", "source_url", {"status", "day"}, "cited"),
    # A block: of what other sources say, and of a disagreement in a text.
    ("source", "url", {"fact", "date"}, "cited"),
    ("source", "url", {"says"}, "cited"),
]
_HAN = re.compile("[\u4e00-\u9fff]")
_ADDRESS = re.compile(r"https?://[^/\s]+\S*\Z")


class Sources:
    """The sources that were found, one for each text with its address; what is written in Chinese joins its English.

    Argument: makes a Source of its fields; it is asked once for each.
    """

    def __init__(self, model: Any) -> None:
        self._model = model
        self._by_text: dict[tuple[str, str], Any] = {}
        self._by_item: dict[str, Any] = {}

    def find(self, text: str | None, url: str | None, seen_on: Any = None, item: str | None = None) -> Any:
        """Return the Source of a text and its address, None for neither.

        Arguments: these; the day on which it was seen; the id of the block, which is the same in every language.
        """
        text, url = (text or "").strip(), (url or "").strip()
        if not text and not url:
            return None
        source = (self._by_item.get(item) if item else None) or self._by_text.get((text, url))
        if source is None:
            address = url if _ADDRESS.match(url) else ""
            title = (text or url) if address or not url or not text else f"{text} ({url})"
            source = self._model(title=title[:255], url=address[:500])
        self._learn(source, text, seen_on)
        source.save()
        self._by_text[text, url] = source
        if item:
            self._by_item[item] = source
        return source

    def translated(self, item: str, text: str) -> None:
        """Learn the Chinese of a text that a block has, by the id of the block."""
        if source := self._by_item.get(item):
            self._learn(source, text, None)
            source.save()

    @staticmethod
    def _learn(source: Any, text: str, seen_on: Any) -> None:
        if text and text != source.title and _HAN.search(text) and not source.title_zh:
            source.title_zh = text[:255]
        if seen_on and (not source.seen_on or str(seen_on) > str(source.seen_on)):
            source.seen_on = seen_on


def with_keys(value: Any, sources: Sources, suffix: str = "", item: str | None = None) -> Any:
    """Return what JSON holds with the key of a Source beside each text that names one.

    Arguments: the value; the Sources; what the names of such keys end with; the id of the block that it is in.
    """
    if isinstance(value, str) and value[:1] in ("[", "{") and "source" in value:
        try:
            packed = json.loads(value)
        except ValueError:
            return value
        return json.dumps(with_keys(packed, sources, "", item))
    if isinstance(value, list):
        return [with_keys(each, sources, suffix, item) for each in value]
    if not isinstance(value, dict):
        return value
    item = value.get("id") if {"type", "value"} <= value.keys() else item
    found = {
        key: with_keys(each, sources, "" if key in ("value", "other_statements") else suffix, item)
        for key, each in value.items()
    }
    for text, url, others, cited in _SHAPES:
        if text in value and others <= value.keys() and f"{cited}{suffix}" not in found:
            seen_on = value.get("source_seen_on") or value.get("seen_on")
            source = sources.find(value[text], value.get(url), seen_on, item if url == "url" else None)
            found[f"{cited}{suffix}"] = source and source.pk
            if url == "url":
                # A block's texts are translated, and an empty one has to be there for that.
                found.setdefault("cited_at", "")
    return found


def rewrite(rows: Any, column: str, change: Callable[[Any], Any]) -> None:
    """Write a JSON column of these rows anew where the change makes another of it."""
    for row in rows.iterator():
        before = getattr(row, column)
        after = change(before)
        if after != before:
            type(row)._base_manager.filter(pk=row.pk).update(**{column: after})
