"""Tables: as a block where each row has the same cells, as text where not."""

from typing import Any

from bs4.element import Tag

from .paragraphs import words_of

_MOST_COLUMNS, _MOST_ROWS = 6, 200
_WIDEST_SPAN = 50


def table(element: Tag, caption: str) -> tuple[dict[str, Any] | None, list[list[str]], list[str]]:
    """Return the value of a table block, or None; the rows as words; and what is to be said of it.

    A cell that spans several is repeated in each, as a reader who hears the table needs it.
    """
    lines = [row for row in element.find_all("tr") if row.find_parent("table") is element]
    rows, merged = _grid(lines)
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows]
    if len(rows) < 2 or not 2 <= width <= _MOST_COLUMNS or len(rows) > _MOST_ROWS or element.find("table"):
        return None, rows, ["a table that the portal's tables cannot hold stands as text"]
    notes = ["cells of a table that were merged are repeated"] if merged else []
    headings, *rest = rows
    if not lines[0].find("th"):
        notes.append("the first row of a table became its headings")
    headings = [heading or f"({place})" for place, heading in enumerate(headings, 1)]
    return {"caption": caption, "columns": headings, "rows": rest}, rows, notes


def _grid(lines: list[Tag]) -> tuple[list[list[str]], bool]:
    rows: list[list[str]] = []
    hanging: dict[int, tuple[int, str]] = {}
    merged = False
    for line in lines:
        row: list[str] = []

        def hang(row: list[str] = row) -> None:
            while len(row) in hanging:
                left, words = hanging.pop(len(row))
                if left > 1:
                    hanging[len(row)] = (left - 1, words)
                row.append(words)

        for cell in line.find_all(["td", "th"], recursive=False):
            hang()
            words, across, down = words_of(cell), _span(cell, "colspan"), _span(cell, "rowspan")
            merged = merged or across > 1 or down > 1
            for _ in range(across):
                if down > 1:
                    hanging[len(row)] = (down - 1, words)
                row.append(words)
        hang()
        rows.append(row)
    return rows, merged


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name, ""))
    return min(int(said), _WIDEST_SPAN) if said.isdecimal() and len(said) < 6 and int(said) else 1
