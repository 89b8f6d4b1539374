"""What would become of the lines of a file."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..versions import Version


class Fate(models.TextChoices):
    """What would become of a line."""

    NEW = "new", pgettext_lazy("of a line", "new")
    CHANGED = "changed", pgettext_lazy("of a line", "changed")
    UNCHANGED = "unchanged", _("unchanged")
    REFUSED = "refused", _("refused")


@dataclass(frozen=True)
class Change:
    """What a line would change: of which column, from what, to what."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True)
class Reason:
    """Why a line is refused: in which column, if in one, what was typed there, and what to do."""

    heading: str
    typed: str
    sentence: str


@dataclass
class ToldLine:
    """A line of the file, and what would become of it. `title`: the entry that it is about."""

    number: int
    title: str
    fate: Fate = Fate.UNCHANGED
    changes: list[Change] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    keeps_draft: bool = False
    # Those that will not stay true, listed.
    words: str = ""

    def refuse(self, sentence: str, heading: str = "", typed: str = "") -> None:
        """Refuse the line, for one more reason."""
        self.reasons.append(Reason(heading, typed, sentence))
        self.fate = Fate.REFUSED


@dataclass
class EntryPlan:
    """An entry, its lines, and `thing`, as it would be written; None where nothing of it is."""

    lines: list[ToldLine]
    version: Version | None = None
    thing: Any = None

    @property
    def stays_draft(self) -> bool:
        """Whether it is no more than a draft, whatever is chosen: somebody has one, or is to be asked about words."""
        return any(line.keeps_draft or line.words for line in self.lines)


@dataclass(frozen=True)
class Plan:
    """What would become of a file."""

    entries: list[EntryPlan]

    @property
    def lines(self) -> list[ToldLine]:
        """The lines in the order of the file."""
        return sorted((line for entry in self.entries for line in entry.lines), key=lambda line: line.number)

    @property
    def counts(self) -> list[tuple[Fate, int]]:
        """How many lines have each fate."""
        counted = Counter(line.fate for line in self.lines)
        return [(fate, counted[fate]) for fate in Fate if counted[fate]]

    @property
    def is_refused(self) -> bool:
        return any(line.fate == Fate.REFUSED for line in self.lines)

    @property
    def to_write(self) -> list[EntryPlan]:
        return [entry for entry in self.entries if entry.thing is not None]

    @property
    def digest(self) -> str:
        """What is another one as soon as anything else would be written, or would be written over."""
        over = [entry.version and entry.version.row.latest_revision_id for entry in self.to_write]
        told = [
            (line.number, line.fate.value, line.changes, line.reasons, line.keeps_draft, line.words)
            for line in self.lines
        ]
        return hashlib.sha256(repr((told, over)).encode()).hexdigest()
