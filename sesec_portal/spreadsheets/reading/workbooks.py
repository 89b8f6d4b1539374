"""Workbooks in XLSX (ISO/IEC 29500): the first sheet, its values as texts, within bounds."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from sesec_portal.core.open_data import as_it_was

from .table import MOST_COLUMNS, MOST_LINES, Line, Unreadable

# What a workbook may unfold to. Python reads no more of a part than its directory says, and refuses what differs.
_MOST_UNFOLDED, _MOST_PARTS = 40 * 1024 * 1024, 300
# Below its last line a spreadsheet can have empty ones that were formatted.
_MOST_ROWS = 4 * MOST_LINES


def read_workbook(content: bytes) -> list[Line]:
    """Return the lines of the first sheet that have something in them.

    Raises Unreadable for what is no workbook, or unfolds to more than any register needs.
    """
    _refuse_bombs(content)
    # Seldom needed, and 26 MB of memory in each web process.
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheet = next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
        rows = list(sheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=MOST_COLUMNS + 1))
    # What openpyxl raises at a damaged file is not told beforehand.
    except Exception as fault:
        raise Unreadable(_("The workbook cannot be read. Open it, and save it as XLSX or CSV again.")) from fault
    lines = [line for number, row in enumerate(rows, 1) if (line := _line(number, row))]
    if len(rows) > _MOST_ROWS and lines and lines[-1].number > _MOST_ROWS:
        raise Unreadable(
            _("The sheet goes on below line %(most)s. Delete the empty lines in it, or divide it.")
            % {"most": _MOST_ROWS}
        )
    return lines


def _refuse_bombs(content: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
        raise Unreadable(_("The workbook cannot be read. Open it, and save it as XLSX or CSV again.")) from fault
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNFOLDED:
        raise Unreadable(_("The workbook unfolds to more than any register needs. Copy its lines into a new one."))


def _line(number: int, row: Sequence[Any]) -> Line | None:
    cells = list(_texts(row))
    formulas = frozenset(place for place, cell in enumerate(row) if getattr(cell, "data_type", None) == "f")
    return Line(number, cells, formulas) if any(cells) else None


def _texts(row: Sequence[Any]) -> Iterator[str]:
    for cell in row:
        yield _text(cell.value, getattr(cell, "number_format", ""))


def _text(value: object, number_format: str) -> str:
    """Return a cell as somebody would type it; a date is as exact as it is shown, and no more."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time.min:
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        shown = number_format.lower()
        if "d" not in shown:
            return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return as_it_was(str(value).replace("\r\n", "\n").replace("_x000D_", "").strip())
