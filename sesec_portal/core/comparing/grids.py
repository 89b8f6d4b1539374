"""Two versions of a table as one table, cell by cell."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sesec_portal.core.grid_block import Grid

from .marking import marked
from .texts import words_of_rich_text

Cells = list[str]
_Pair = tuple[int | None, int | None]


def compared_grids(former: Grid | None, latter: Grid | None) -> SafeString:
    """Return both tables as one in HTML; None stands for one that is not there."""
    (heads, rows), (other_heads, other_rows) = _words(former), _words(latter)
    columns = list(_paired(heads, other_heads))
    in_rows = [
        _cells("td", columns, _at(rows, one), _at(other_rows, other))
        for one, other in _paired([" | ".join(row) for row in rows], [" | ".join(row) for row in other_rows])
    ]
    return format_html(
        '<table class="compared-table"><thead>{}</thead><tbody>{}</tbody></table>',
        _cells("th", columns, heads, other_heads),
        format_html_join("", "{}", ((row,) for row in in_rows)),
    )


def _words(grid: Grid | None) -> tuple[Cells, list[Cells]]:
    if grid is None:
        return [], []
    rows = [[words_of_rich_text(cell.source) for cell in row["values"]] for row in grid.row_data]
    return [column["heading"] for column in grid.columns], rows


def _paired(former: Sequence[str], latter: Sequence[str]) -> Iterator[_Pair]:
    """Yield which place became which: what is new has none before, what is gone none after."""
    for change, start, end, first, last in SequenceMatcher(None, former, latter, autojunk=False).get_opcodes():
        if change in {"equal", "replace"}:
            yield from zip_longest(range(start, end), range(first, last))
        else:
            yield from ((place, None) for place in range(start, end))
            yield from ((None, place) for place in range(first, last))


def _at(rows: Sequence[Cells], place: int | None) -> Cells:
    return [] if place is None else rows[place]


def _cells(tag: str, columns: Sequence[_Pair], former: Cells, latter: Cells) -> SafeString:
    told = [
        marked(former[one] if former and one is not None else "", latter[other] if latter and other is not None else "")
        for one, other in columns
    ]
    opened = format_html("<{}>{{}}</{}>", tag, tag) if tag == "td" else '<th scope="col">{}</th>'
    return format_html("<tr>{}</tr>", format_html_join("", opened, ((cell,) for cell in told)))
