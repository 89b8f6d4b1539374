"""What became of each item."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from .export.items import Item


class Fate(StrEnum):
    """What became of an item, in words."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    LEFT_ALONE = "left alone"
    REFUSED = "refused"


@dataclass
class Line:
    """One item: its fate, and what is to be said of it."""

    item: Item
    fate: Fate
    notes: list[str] = field(default_factory=list)


class Report:
    """The fates of the items of an export, in the order in which they were decided."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.notes: list[str] = []

    def add(self, item: Item, fate: Fate, *notes: str) -> Line:
        """Note the fate of an item; return its line, which others may add notes to."""
        line = Line(item, fate, list(notes))
        self.lines.append(line)
        return line

    def text(self) -> Iterator[str]:
        """Yield the lines of the report, the counts last."""
        for line in self.lines:
            title = line.item.words_of_title[:80] or "(no title)"
            yield f"{line.fate:<10}  {line.item.kind or 'item'} {line.item.post_id}  {title}"
            for note in dict.fromkeys(line.notes):
                yield f"            - {note}"
        yield from self.notes
        counts = Counter(line.fate for line in self.lines)
        yield ", ".join(f"{counts[fate]} {fate}" for fate in Fate) + f"; {len(self.lines)} items."
