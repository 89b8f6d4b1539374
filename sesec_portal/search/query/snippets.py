"""The part of a text around the words that were found, with those words marked."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from sesec_portal.languages.han import HAN_CHARACTER

from .found_words import FoundWords, Hit

LONGEST = 240
LONGEST_CHINESE = 120
# No sentence begins with a small letter or a figure after a full stop: “no. 12” (UAX #29, SB6 and SB8).
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?![\da-z])|(?<=[。！？；])|\n+")
_ENDS = ("", "\n", *".!?。！？；")
_LETTERS = re.compile(r"\w*")

# The first and the last place of a piece of a text.
Span = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """A piece of a text, marked as found or not."""

    text: str
    found: bool


class Highlighter:
    """Marks in texts the words that a search found. Arguments: as for FoundWords."""

    def __init__(self, query: str, texts: Iterable[str]) -> None:
        self.hits = FoundWords(query, texts).hits

    def marked(self, text: str) -> list[Part]:
        """Return a whole text as Parts."""
        return _parts(text, self.hits(text), 0, len(text))

    def snippet(self, text: str) -> tuple[list[Part], int]:
        """Return the Parts of one or two sentences that hold the most of the words found, and how many words that is.

        No Parts where none of the words stands in the text.
        """
        hits = self.hits(text)
        first = _richest(text, hits, set())
        if not first:
            return [], 0
        held = _words_within(hits, first)
        second = _richest(text, hits, held)
        chosen = sorted({span for span in (first, second) if span})
        parts: list[Part] = []
        for start, end in chosen:
            cut_off = text[:start].rstrip(" ")[-1:] not in _ENDS
            parts += [Part("… ", False)] if cut_off or parts else []
            parts += _parts(text, hits, start, end)
            parts += [Part(" …", False)] if text[end - 1] not in _ENDS and text[end : end + 1] not in _ENDS else []
        return parts, len(held.union(*(_words_within(hits, span) for span in chosen)))


def _richest(text: str, hits: list[Hit], known: set[str]) -> Span | None:
    """Return the span to print of the first sentence that holds the most words not yet known; None without any."""
    best, most = None, 0
    for start, end in _sentences(text, hits):
        inside = [hit for hit in hits if start <= hit[0] and hit[1] <= end]
        number = len({word for _, _, word in inside} - known)
        if number > most:
            best, most = (start, end, inside[0][0]), number
    return _shortened(text, *best) if best else None


def _sentences(text: str, hits: list[Hit]) -> list[Span]:
    """Return the spans of the sentences in which something was found."""
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    starts = {hit[0]: bisect_right(ends, hit[0]) for hit in hits}
    return [(ends[place - 1], ends[place]) for place in dict.fromkeys(starts.values())]


def _shortened(text: str, start: int, end: int, hit: int) -> Span:
    """Return a span without blanks at its ends, cut to the longest extract around a hit, between words."""
    longest = LONGEST_CHINESE if HAN_CHARACTER.search(text, start, end) else LONGEST
    if end - start > longest:
        start = max(start, min(hit - longest // 3, end - longest))
        end = min(end, start + longest)
        if not HAN_CHARACTER.match(text, start):
            start = next(_LETTERS.finditer(text, start)).end() if text[start - 1 : start].isalnum() else start
            start = min(start, hit)
        if text[end - 1].isalnum() and not HAN_CHARACTER.match(text, end - 1):
            end = max(text.rfind(" ", start, end), start + 1)
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _words_within(hits: list[Hit], span: Span) -> set[str]:
    return {word for start, end, word in hits if span[0] <= start and end <= span[1]}


def _parts(text: str, hits: list[Hit], start: int, end: int) -> list[Part]:
    parts, place = [], start
    for begin, stop, _word in hits:
        if begin >= place and stop <= end:
            parts += [Part(text[place:begin], False), Part(text[begin:stop], True)]
            place = stop
    return [part for part in [*parts, Part(text[place:end], False)] if part.text]
