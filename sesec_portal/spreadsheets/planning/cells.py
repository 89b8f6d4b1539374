"""The cells of a line, by what they are about."""

from dataclasses import dataclass

from ..columns import SheetColumn
from ..reading.table import Line


@dataclass(frozen=True)
class Cells:
    """The cells of a line, by the columns that the file has; each as the register would write it, where it can."""

    number: int
    by_column: dict[SheetColumn, str]
    formulas: tuple[SheetColumn, ...]

    @classmethod
    def of(cls, line: Line, places: dict[SheetColumn, int]) -> "Cells":
        """Return the cells of a line, where the columns stand in these places."""
        cells = {column: column.as_written(line.cell(place)) for column, place in places.items()}
        return cls(line.number, cells, tuple(column for column, place in places.items() if place in line.formulas))

    def __getitem__(self, column: SheetColumn) -> str:
        return self.by_column[column]

    def about(self, columns: tuple[SheetColumn, ...]) -> dict[SheetColumn, str]:
        """Return those cells that are about some columns."""
        return {column: text for column, text in self.by_column.items() if column in columns}
