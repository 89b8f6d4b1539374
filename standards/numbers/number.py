"""What is known of a number, and what a family of numbers is."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise


class Family(StrEnum):
    """Whose number it is, or of what."""

    NATIONAL = "national"
    SPECIAL = "special"
    SECTOR = "sector"
    LOCAL = "local"
    GROUP = "group"
    ENTERPRISE = "enterprise"
    PLAN = "plan"
    WTO = "wto"
    ICS = "ics"
    CCS = "ccs"
    COMMITTEE = "committee"
    CEN = "cen"
    ETSI = "etsi"
    ISO = "iso"


@dataclass(frozen=True)
class Number:
    """A number as somebody typed it, and its canonical form, by which two are compared.

    `family` is None for a number of a family that the portal does not know: its canonical form is as typed. `parts`
    are named: prefix, kind, region, body, number, part, year and what else the family has. `all_parts` tells that
    “(all parts)” stood behind it; `warnings` are sentences on what is possible, but seldom right.
    """

    as_printed: str
    canonical: str
    family: Family | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    all_parts: bool = False
    warnings: tuple[str | Promise, ...] = ()

    @property
    def parent(self) -> str:
        """The notice that this one supplements; an empty text where it is no supplement."""
        return self.parts.get("notice", "") if "supplement" in self.parts else ""


class MalformedNumber(ValueError):
    """A number that claims to be of a family, and is not written as its numbers are.

    Its text is a sentence for a form; `suggestion` is the canonical form of what was probably meant, or empty.
    """

    def __init__(self, sentence: str | Promise, suggestion: str = "") -> None:
        super().__init__(sentence)
        self.suggestion = suggestion


def _as_it_is(text: str) -> str:
    return text


def _no_guess(text: str) -> str:
    return ""


def _no_warnings(parts: Mapping[str, str]) -> Iterable[str | Promise]:
    return ()


@dataclass(frozen=True)
class Form:
    """How the numbers of a family are written.

    `pattern` fits a whole canonical form, and names its parts. `tidied` makes a text with plain signs canonical as far
    as nothing but signs, blanks and capitals change. `claim` fits the beginning of what only this family has; what
    claims and does not fit is refused with the `sentence`. `guess` returns what may have been meant.
    """

    family: Family
    pattern: re.Pattern[str]
    claim: re.Pattern[str]
    sentence: str | Promise
    tidied: Callable[[str], str] = _as_it_is
    guess: Callable[[str], str] = _no_guess
    warnings: Callable[[Mapping[str, str]], Iterable[str | Promise]] = _no_warnings
