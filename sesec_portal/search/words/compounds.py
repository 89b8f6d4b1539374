"""What is written with signs inside it: EU-China, GB/T 1234-2020, ISO/IEC 27001, R&D, 2,091."""

import re
from dataclasses import dataclass
from itertools import pairwise

from sesec_portal.languages.han import HAN

LETTER = rf"[^\W\d_{HAN}]"
_PART = re.compile(rf"{LETTER}+|\d(?:{LETTER}|\d)*")
# Joined without a blank; what ends a sentence is followed by one.
COMPOUND = re.compile(rf"(?:{LETTER}|\d)+(?:[-/.,:&@_](?:{LETTER}|\d)+)*", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
# As ETSI prints its numbers: EN 301 549.
_ETSI = re.compile(r"\b(EN|ES|TS|TR|EG|SR)[ -]?(\d{3}) ?(\d{3})\b", re.IGNORECASE)
# GBT 1234, GB T 1234: the slash is left out.
_GB = re.compile(r"\b(GB|JB|YY|YD|SJ|QC|HG|DB(?:\d{2}|\d{4})?)[ -]?([TZ])(?=[ \d-]|$)", re.IGNORECASE)
# What precedes the number of a notice to the World Trade Organization.
_NOTICE = re.compile(r"\bG/(?:TBT|SPS)/N/(?=\w)", re.IGNORECASE)
# Bodies that publish together: each calls the standard its own.
_TOGETHER = frozenset({"iso", "iec", "ieee", "itu"})
# Names of phases: SESEC III is SESEC 3.
PHASE = re.compile(r"\b(SESEC|phase)[ -]?(\d{1,2}|[IVX]{1,5})\b(?!\.\d)", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ROMAN_UP_TO_TEN = ["0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]


@dataclass(frozen=True)
class Compound:
    """Something written in one: its parts in lower case, and the sign between each two of them, perhaps none."""

    parts: tuple[str, ...]
    signs: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Compound":
        """Return what a match of COMPOUND is made of: letters and figures are parts of their own."""
        found = list(_PART.finditer(text))
        signs = tuple(text[before.end() : after.start()] for before, after in pairwise(found))
        return cls(tuple(part[0].lower() for part in found), signs)

    @property
    def letters(self) -> tuple[str, ...]:
        """The parts before the first with a figure."""
        return self.parts[: next((place for place, part in enumerate(self.parts) if part[0].isdigit()), None)]

    @property
    def figures(self) -> tuple[str, ...]:
        """The parts from the first with a figure on."""
        return self.parts[len(self.letters) :]

    @property
    def joined(self) -> str:
        """Its letters as if no sign stood between them: gbt, email, nonroad; an empty text where none does."""
        return "".join(self.letters) if len(self.letters) > 1 else ""

    @property
    def is_edition(self) -> bool:
        """Whether its last part is the year of what its other figures number: 1234-2020, not 2014-2017."""
        *number, year = self.figures or ("",)
        return bool(number) and self.signs[-1] in "-:" and _is_year(year) and not _is_year(number[-1])

    @property
    def publishers(self) -> tuple[str, ...]:
        """Its letters where they are bodies that publish together."""
        return self.letters if len(self.letters) > 1 and _TOGETHER.issuperset(self.letters) else ()


def plainly_numbered(text: str) -> str:
    """Return a folded text with each number in the one way in which it is asked for."""
    text = _THOUSANDS.sub(lambda number: number[0].replace(",", ""), text)
    text = _ETSI.sub(r"\1 \2\3", _GB.sub(r"\1/\2", text))
    return _NOTICE.sub("", text)


def phases_in(text: str) -> list[str]:
    """Return the phases that a text names, each as one word: “sesec03” for SESEC III and SESEC 3."""
    return [f"{word.lower()}0{_arabic(number)}" for word, number in PHASE.findall(text)]


def phase(text: str) -> str:
    """Return the one phase that a text is the name of, as one word; an empty text where it is none."""
    found = PHASE.fullmatch(text)
    return phases_in(text)[0] if found else ""


def with_roman_number(text: str) -> str:
    """Return the name of a phase with its number as it is printed, SESEC III; any other text as it is."""
    named = PHASE.fullmatch(text)
    return f"{named[1]} {_ROMAN_UP_TO_TEN[_arabic(named[2])]}" if named and _arabic(named[2]) <= 10 else text


def halves_in(text: str) -> list[str]:
    """Return both halves of each number of ETSI's in a text: somebody may ask for 301 549 alone."""
    return [half for _series, *halves in _ETSI.findall(text) for half in halves]


def _is_year(part: str) -> bool:
    return len(part) == 4 and part.isdigit() and part[:2] in ("19", "20")


def _arabic(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number.lower()]
    return sum(-value if value < following else value for value, following in pairwise([*values, 0]))
