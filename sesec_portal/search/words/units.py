"""What a reader typed, in units: words, and what stands in quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sesec_portal.languages.han import HAN, HAN_CHARACTER

from .compounds import COMPOUND, PHASE, Compound, plainly_numbered
from .folding import folded, letter_by_letter
from .questions import what_is_asked_about

_UNIT = re.compile(rf"""(-?)"([^"]*)"?|(-(?=[\w{HAN}]))?([^ \t\n\r\f\v"]+)""")
RUN = re.compile(rf"[{HAN}]+|[^{HAN}]+")
# Stands for the blank in the name of a phase; no text has it.
JOINED = "\x1f"
# A text pasted into the box is no question; PostgreSQL would take long over it.
MOST_UNITS = 40


@dataclass(frozen=True)
class Unit:
    """A word, or words in quotation marks; `without` where it must not be there, `exact` where it stands in marks."""

    words: str
    exact: bool = False
    without: bool = False

    def __str__(self) -> str:
        mark = '"' * self.exact
        return f"{'-' * self.without}{mark}{self.words.replace(JOINED, ' ')}{mark}"


def units_of(typed: str) -> list[Unit]:
    """Return the units of what a reader typed, in order."""
    found = []
    for minus, quoted, no, word in _UNIT.findall(_phases_joined(plainly_numbered(folded(typed)))):
        if quoted.strip():
            found.append(Unit(quoted.strip(), exact=True, without=bool(minus)))
        elif word:
            found += [Unit(part, without=bool(no)) for part in what_is_asked_about(word)]
    return found[:MOST_UNITS]


def key_of(term: str) -> str:
    """Return what two terms have in common that are one but for capitals, signs between words, and a plural s."""
    words: list[str] = []
    for run in RUN.findall(folded(term)):
        words += [run] if HAN_CHARACTER.match(run) else apart(letter_by_letter(run))
    return " ".join(map(_singular, words))


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _phases_joined(text: str) -> str:
    """Return a text with the name of each phase as one unit, however many blanks there are."""
    return PHASE.sub(rf"\1{JOINED}\2", text)


def apart(words: str) -> Iterator[str]:
    """Yield the parts of words, in lower case and without the signs between them."""
    for found in COMPOUND.finditer(words):
        yield from Compound.of(found[0]).parts
