"""What of a text is looked at: its sentences, without quotations, titles, addresses, living facts and allowed names."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from sesec_portal.living_facts.printing import LINK_TYPE

# Stands for each character that is not looked at; no word and no space, so that nothing is found across it.
HIDDEN = "\ufffc"
_BLOCKS = {"p", "li", "h2", "h3", "h4", "h5", "h6", "br", "hr", "td", "th", "tr", "div", "ul", "ol", "blockquote"}
_QUOTING = {"blockquote", "q", "cite", "code"}
_QUOTATIONS = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|「[^」\n]*」|『[^』\n]*』|《[^》\n]*》|〈[^〉\n]*〉")
_ADDRESSES = re.compile(
    r"(?:https?://|www\.|mailto:)[^\s<>，。；）]+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+(?:\.[\w-]+)+/[\w./?=&%-]*"
)
_ENDS = re.compile(r"(?<=[.!?])(?<!\b[Nn]o\.)[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|(?<=[。！？；])[”」』）]*|\n")


class Sentence(NamedTuple):
    """A sentence as it is printed, and as it is looked at: as long, with HIDDEN for what is not looked at."""

    text: str
    looked_at: str


def sentences_of(text: str, allowed: re.Pattern[str] | None, *, is_html: bool) -> Iterator[Sentence]:
    """Yield the sentences of a text; those in HTML never reach beyond a paragraph."""
    printed, looked_at = _words_of(text) if is_html else (text, text)
    for hidden in filter(None, (_QUOTATIONS, _ADDRESSES, allowed)):
        looked_at = hidden.sub(lambda found: HIDDEN * len(found[0]), looked_at)
    start = 0
    for end in [*_ENDS.finditer(printed), None]:
        stop = end.end() if end else len(printed)
        piece = printed[start:stop]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            last = start + len(piece.rstrip())
            yield Sentence(printed[first:last], looked_at[first:last])
        start = stop


def _words_of(html: str) -> tuple[str, str]:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return "".join(parser.printed), "".join(parser.looked_at)


class _Words(HTMLParser):
    """Takes the words out of rich text, and hides those of living facts and quotations."""

    def __init__(self) -> None:
        super().__init__()
        self.printed: list[str] = []
        self.looked_at: list[str] = []
        self.hiding: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._add("\n", "\n")
        if tag in _QUOTING or (tag == "a" and dict(attrs).get("linktype") == LINK_TYPE):
            self.hiding.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hiding and self.hiding[-1] == tag:
            self.hiding.pop()
        if tag in _BLOCKS:
            self._add("\n", "\n")

    def handle_data(self, data: str) -> None:
        self._add(data, HIDDEN * len(data) if self.hiding else data)

    def _add(self, printed: str, looked_at: str) -> None:
        self.printed.append(printed)
        self.looked_at.append(looked_at)
