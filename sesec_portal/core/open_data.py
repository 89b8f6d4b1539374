"""Registers as open data: the same rows as CSV, as JSON and for spreadsheets, with every column documented."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from sesec_portal.edtf.dates import PartialDate

from .absolute_urls import absolute
from .sources import Sourced

# What spreadsheets take for the beginning of a formula: OWASP, "CSV Injection".
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_BEGINS = r"(?:^|(?<=[;\t\r\n]))"
_STARTS_FORMULA = re.compile(rf"{_BEGINS}(?=['\s]*[=+\-@＝＋－＠])|^(?='*[\t\r\n])")
_MADE_HARMLESS = re.compile(rf"{_BEGINS}'(?=['\s]*[=+\-@＝＋－＠])|^'(?='*[\t\r\n])")


# By what its file's name ends with: the media type of each format.
FORMATS = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Column:
    """A column by its name and what it means; `value` returns its cell from what `rows` gives for a row.

    `changes`: of a column of dates, returns the dates since which a row says something else, None among them.
    `datatype`: what its cells are, in the words of XML Schema; `is_list`: whether one holds several of them.
    """

    name: str
    meaning: str | Promise
    value: Callable[[Any], object]
    changes: Callable[[Any], Iterable[PartialDate | None]] | None = None
    datatype: Literal["string", "integer", "boolean", "date"] = "string"
    is_list: bool = False


@dataclass(frozen=True)
class Register:
    """A table that anybody may take away: `name` is its file's name.

    `rows` is called when the data are wanted, in the language they are wanted in, and gives for each row something of
    which the Columns know their cells. It gives no more than the public pages show.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Callable[[], Iterable[object]]

    def changes(self) -> set[PartialDate]:
        """Return the dates, each as exact as its source, since which one of its rows says something else."""
        finders = [column.changes for column in self.columns if column.changes]
        return {when for row in self.rows() for changes in finders for when in changes(row) if when}

    def as_csv(self) -> str:
        """Return the rows as CSV (RFC 4180) under a row of column names; no cell can start a formula."""
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(column.name for column in self.columns)
        table.writerows([_cell(column.value(row)) for column in self.columns] for row in self.rows())
        return text.getvalue()

    def as_json(self) -> str:
        """Return an object of the title, what each column means, and the rows; null where nothing is recorded."""
        rows = [{column.name: _known(column.value(row)) for column in self.columns} for row in self.rows()]
        columns = {column.name: column.meaning for column in self.columns}
        whole = {"title": self.title, "columns": columns, "rows": rows}
        return json.dumps(whole, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)

    def as_xlsx(self) -> bytes:
        """Return the rows as a workbook (ISO/IEC 29500): numbers and days are typed, and no cell is a formula."""
        # Seldom needed, and 26 MB of memory in each web process.
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        sheet = book.create_sheet(self.name)
        sheet.freeze_panes = "A2"
        sheet.append([column.name for column in self.columns])
        for row in self.rows():
            sheet.append([_spreadsheet_cell(sheet, column.value(row)) for column in self.columns])
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()


def date_columns(
    name: str, meaning: str | Promise, value: Callable[[Any], PartialDate | None], *, is_end: bool = False
) -> list[Column]:
    """Return the columns of a date: as exact as its source, and the first and last day that it can mean.

    Arguments: the name of the first, what it means, a function that returns a PartialDate or None for a row, and
    whether the date is a last day, so that something else holds from the day after.
    """
    first, last = _("The first day that “{column}” can mean."), _("The last day that “{column}” can mean.")
    return [
        Column(
            name,
            format_lazy(
                pgettext_lazy("one sentence after another", "{} {}"), meaning, _("In EDTF, as exact as the source.")
            ),
            lambda row: _edtf(value(row)),
            lambda row: [_day_after(value(row)) if is_end else value(row)],
        ),
        Column(
            f"{name}_earliest",
            format_lazy(first, column=name),
            lambda row: getattr(value(row), "earliest", None),
            datatype="date",
        ),
        Column(
            f"{name}_latest",
            format_lazy(last, column=name),
            lambda row: getattr(value(row), "latest", None),
            datatype="date",
        ),
    ]


def source_columns(record: Callable[[Any], Sourced | None]) -> list[Column]:
    """Return the columns of a source; like the pages, they tell nothing of one that is not published.

    Argument: a function that returns the Sourced record of a row, or None where its source is not for everybody. Rows
    fetch their sources beforehand, with `sources.fetch_sources`.
    """

    def told(name: str) -> Callable[[Any], object]:
        return lambda row: getattr(source, name) if (source := source_of(record(row))) else None

    return [
        Column("source", _("The source of what this row says."), told("shown_title")),
        Column("source_url", _("The address of the source."), told("url")),
        Column("source_seen_on", _("The last day on which somebody read the source at this address."), told("seen_on")),
    ]


def source_of(record: Any, key: str = "cited") -> Any:  # noqa: ANN401  a Source stands above
    """Return the Source that a record, or None, names by a key; None where it names none, or none that is published."""
    source = getattr(record, key) if record else None
    return source if source and source.live else None


def sample_column(is_sample: Callable[[Any], bool]) -> Column:
    """Return the column that tells made-up entries. Argument: a function that tells whether a row is one."""
    return Column(
        "sample", _("True for a made-up entry that only shows how the register works."), is_sample, datatype="boolean"
    )


def address_of(page: Page) -> str:
    """Return the full address of the page that a reader should open; needs `shown_to_reader`."""
    return absolute(page.shown.url)


def _edtf(value: PartialDate | None) -> str | None:
    return str(value) if value else None


def _day_after(end: PartialDate | None) -> PartialDate | None:
    """Return the day after a last day; an end that is known to the month or the year alone stays as it is."""
    if not end or end.precision != "day":
        return end
    day = end.latest + timedelta(days=1)
    return replace(end, text=end.text.replace(str(end.latest), str(day)), earliest=day, latest=day)


def _known(value: object) -> object:
    return None if value == "" else value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "; ".join(value)
    return harmless(value.isoformat() if isinstance(value, date) else value)


def _spreadsheet_cell(sheet: object, value: object) -> object:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    value = _known(value)
    # The days of spreadsheets begin with the year 1900.
    if value is None or isinstance(value, int) or (isinstance(value, date) and value.year >= 1900):
        return value
    text = "; ".join(value) if isinstance(value, list) else str(value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    # Whatever openpyxl takes it for, a formula or an error, it stays a text: also where somebody edits it.
    cell.data_type, cell.quotePrefix = "s", text.startswith(_FORMULA)
    return cell


def harmless(value: object) -> str:
    """Return a value as a spreadsheet may read it: with an apostrophe before what would start a formula.

    Programs of some countries begin a cell after each semicolon, whatever the file means by it, and after a line break.
    """
    return _STARTS_FORMULA.sub("'", str(value))


def as_it_was(cell: str) -> str:
    """Return the text that `harmless` has made a cell of."""
    return _MADE_HARMLESS.sub("", cell)
