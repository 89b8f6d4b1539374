"""Texts written in two languages side by side."""

from typing import Any

from wagtail_localize.strings import StringValue, extract_strings

# What a file of content gives: a mapping, and in it a text in one language or both.
Entry = dict[str, Any]
Words = str | dict[str, str] | None


class Texts:
    """Picks the first language's words from content, and remembers which Chinese words go with them.

    Content gives a text as `{en: …, zh: …}`, or as plain words that are the same in both languages.
    """

    def __init__(self) -> None:
        self._chinese: dict[str, str] = {}
        self._same: set[str] = set()

    def plain(self, value: Words) -> str:
        """Return a plain text in the first language; an empty text for None."""
        words, chinese = _pair(value)
        if words and chinese:
            self._remember(StringValue.from_plaintext(words), StringValue.from_plaintext(chinese))
        return words

    def rich(self, value: Words) -> str:
        """Return rich text in the first language.

        Raises ValueError when the Chinese has not the same paragraphs and list entries.
        """
        words, chinese = _pair(value)
        if words and chinese:
            ours, theirs = ([string for string, _ in extract_strings(html)[1]] for html in (words, chinese))
            if len(ours) != len(theirs):
                raise ValueError(f"The Chinese has {len(theirs)} paragraphs, not {len(ours)}: {words[:80]}")
            for pair in zip(ours, theirs, strict=True):
                self._remember(*pair)
        return words

    def chinese(self, string: str) -> str | None:
        """Return the Chinese for a string as the translation package stores it, or None."""
        return self._chinese.get(string, string if string in self._same else None)

    def _remember(self, words: StringValue, chinese: StringValue) -> None:
        if words.data == chinese.data:
            self._same.add(words.data)
            return
        known = self._chinese.setdefault(words.data, chinese.data)
        if known != chinese.data:
            raise ValueError(f"Two Chinese translations of “{words.data[:80]}”: “{known}” and “{chinese.data}”")


def _pair(value: Words) -> tuple[str, str]:
    if isinstance(value, dict):
        return value["en"].strip(), value.get("zh", "").strip()
    words = (value or "").strip()
    return words, words
