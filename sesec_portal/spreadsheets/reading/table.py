"""What any file is read into."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST_BYTES = 2 * 1024 * 1024
MOST_LINES, MOST_COLUMNS = 500, 100


class Unreadable(ValidationError):
    """A file that cannot be taken at all, with the sentences that say what to do."""


@dataclass(frozen=True)
class Line:
    """A line of a file with something in it: its number as spreadsheets count, and its cells.

    `formulas`: the places of cells that hold a formula in place of a value.
    """

    number: int
    cells: list[str]
    formulas: frozenset[int] = frozenset()

    def cell(self, place: int) -> str:
        """Return the text at a place; a line that is too short ends in empty cells."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """The lines of a file that have something in them: first the headings, then the others."""

    headings: Line
    lines: list[Line]


def table_of(lines: list[Line]) -> Table:
    """Return the lines of a file as a table. Raises Unreadable where there are none, or too many."""
    if len(lines) < 2:
        raise Unreadable(_("The file has no line below its headings. Start from the file that you can download here."))
    if len(lines) > MOST_LINES + 1:
        raise Unreadable(
            _("The file has more than %(most)s lines. Divide it, and import one part after the other.")
            % {"most": MOST_LINES}
        )
    if any(cell for line in lines for cell in line.cells[MOST_COLUMNS:]):
        raise Unreadable(
            _("The file has more than %(most)s columns. Delete those that this register does not have.")
            % {"most": MOST_COLUMNS}
        )
    return Table(lines[0], lines[1:])
