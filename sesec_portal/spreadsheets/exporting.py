"""The file of a register: what goes out can come back in."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from sesec_portal.core.open_data import FORMATS, Column, Register

from .columns import SheetColumn
from .sheets import Sheet


def as_file(sheet: Sheet, entries: QuerySet[Any], file_format: str) -> HttpResponse:
    """Return entries as a file to keep, as they were written last, with headings in the reader's language.

    Arguments: what is wanted of the register, and "csv" or "xlsx".
    """
    sheet = sheet.read()
    columns = [Column(column.heading, column.help_text, _cell(sheet, column)) for column in sheet.all_columns]
    register = Register(sheet.name, str(sheet.title), columns, lambda: _rows(sheet, entries))
    # With the mark of UTF-8 at its beginning, without which Excel takes a CSV file's letters for those of its country.
    written = register.as_xlsx() if file_format == "xlsx" else register.as_csv().encode("utf-8-sig")
    answer = HttpResponse(written, content_type=FORMATS[file_format])
    answer["Content-Disposition"] = f'attachment; filename="{sheet.name}.{file_format}"'
    return answer


def _rows(sheet: Sheet, entries: QuerySet[Any]) -> Iterator[tuple[Any, Any]]:
    for version in sheet.versions(entries):
        parts = list(getattr(version.latest, sheet.relation).all()) if sheet.relation else []
        yield from ((version.latest, part) for part in parts or [None])


def _cell(sheet: Sheet, column: SheetColumn) -> Any:  # noqa: ANN401  a function of a row
    if column in sheet.columns:
        return lambda row: column.written(row[0])
    return lambda row: column.written(row[1]) if row[1] is not None else ""
