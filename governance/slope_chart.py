"""The moves between two revisions, laid out as a slope chart."""

from dataclasses import dataclass

ROW = 28
MOST = 60


@dataclass(frozen=True)
class End:
    """One end of a slope: the entry, its place and its height in the drawing."""

    entry: object
    place: int
    kind: str

    @property
    def y(self):
        return self.place * ROW - ROW // 2

    @property
    def text_y(self):
        return self.y + 5


@dataclass(frozen=True)
class SlopeChart:
    """Places on the left, places on the right, and a line for each entry that both lists have."""

    left: tuple
    right: tuple
    lines: tuple
    height: int

    @classmethod
    def of(cls, difference):
        """Return the chart of a Difference; None where it would have more than 60 rows, which nobody could read."""
        left = [End(kept.entry, kept.former, "kept") for kept in difference.kept]
        left += [End(gone.entry, gone.place, "removed") for gone in difference.removed]
        right = [End(kept.entry, kept.latter, "kept") for kept in difference.kept]
        right += [End(new.entry, new.place, "added") for new in difference.added]
        rows = max((end.place for end in [*left, *right]), default=0)
        if not 0 < rows <= MOST:
            return None
        lines = tuple((start, end) for start, end in zip(left, right, strict=False) if start.kind == end.kind == "kept")
        return cls(tuple(left), tuple(right), lines, rows * ROW)
