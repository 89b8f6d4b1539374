"""Tables: as a block where each row has the same cells, as text where not."""

from html import escape
from typing import Any

from bs4.element import Tag

from sesec_portal.core.grid_block import MOST_COLUMNS, MOST_ROWS

from .inline import inline
from .known import Known
from .paragraphs import is_block, words_of

_WIDEST_SPAN = 50

# What a cell says, as words and as rich text.
Cell = tuple[str, str]


def table(element: Tag, caption: str, known: Known) -> tuple[dict[str, Any] | None, list[list[str]], list[str]]:
    """Return the value of a table block, or None; the rows as words; and what is to be said of it.

    A cell that spans several is repeated in each, as a reader who hears the table needs it.
    """
    lines = [row for row in element.find_all("tr") if row.find_parent("table") is element]
    grid, merged = _grid(lines, known)
    grid = [row for row in grid if any(words for words, _ in row)]
    width = max(map(len, grid), default=0)
    grid = [row + [("", "")] * (width - len(row)) for row in grid]
    rows = [[words for words, _ in row] for row in grid]
    if len(grid) < 2 or not 2 <= width <= MOST_COLUMNS or len(grid) > MOST_ROWS or element.find("table"):
        return None, rows, ["a table that the portal's tables cannot hold stands as text"]
    notes = ["cells of a table that were merged are repeated"] if merged else []
    if not lines[0].find("th"):
        notes.append("the first row of a table became its headings")
    columns = [{"type": "cell", "heading": heading or f"({place})"} for place, heading in enumerate(rows[0], 1)]
    cells = [{"values": [html for _, html in row]} for row in grid[1:]]
    return {"caption": caption, "table": {"columns": columns, "rows": cells, "caption": ""}}, rows, notes


def _grid(lines: list[Tag], known: Known) -> tuple[list[list[Cell]], bool]:
    rows: list[list[Cell]] = []
    # Of a column, how many rows a cell from above still fills.
    hanging: dict[int, tuple[int, Cell]] = {}
    merged = False
    for line in lines:
        row: list[Cell] = []
        for element in line.find_all(["td", "th"], recursive=False):
            _hang(row, hanging)
            cell, across, down = _cell(element, known), _span(element, "colspan"), _span(element, "rowspan")
            merged = merged or across > 1 or down > 1
            for _ in range(across):
                if down > 1:
                    hanging[len(row)] = (down - 1, cell)
                row.append(cell)
        _hang(row, hanging)
        rows.append(row)
    return rows, merged


def _hang(row: list[Cell], hanging: dict[int, tuple[int, Cell]]) -> None:
    while len(row) in hanging:
        left, cell = hanging.pop(len(row))
        if left > 1:
            hanging[len(row)] = (left - 1, cell)
        row.append(cell)


def _cell(element: Tag, known: Known) -> Cell:
    words = words_of(element)
    if not words:
        return "", ""
    if any(is_block(child) for child in element.children):
        return words, f"<p>{escape(words, quote=False)}</p>"
    inline(element, known)
    return words, f"<p>{element.decode_contents().strip()}</p>"


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name, ""))
    return min(int(said), _WIDEST_SPAN) if said.isdecimal() and len(said) < 6 and int(said) else 1
