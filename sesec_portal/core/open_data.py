"""Registers as open data: the same rows as CSV and as JSON, with every column documented."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from sesec_portal.edtf.dates import PartialDate

from .absolute_urls import absolute
from .sources import Sourced

# What spreadsheets take for the beginning of a formula: OWASP, "CSV Injection".
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")

SOURCE_COLUMNS = {
    "source": _("Who says so."),
    "source_url": _("The address of the source."),
    "source_seen_on": _("The day on which somebody read it there."),
}
SAMPLE_COLUMN = {"sample": _("True for a made-up entry that only shows how the register works.")}


@dataclass(frozen=True)
class Register:
    """A table that anybody may take away: `name` is its file's name, `columns` maps each column to what it means.

    `rows` is called when the data are wanted, in the language they are wanted in, and returns one dict a row.
    It gives no more than the public pages show.
    """

    name: str
    title: str
    columns: Mapping[str, str | Promise]
    rows: Callable[[], Iterable[Mapping[str, object]]]

    def as_csv(self) -> str:
        """Return the rows as CSV (RFC 4180) under a row of column names; no cell can start a formula."""
        text = io.StringIO()
        table = csv.DictWriter(text, self.columns)
        table.writeheader()
        table.writerows({column: _cell(value) for column, value in row.items()} for row in self.rows())
        return text.getvalue()

    def as_json(self) -> str:
        """Return an object of the title, what each column means, and the rows; null where nothing is recorded."""
        rows = [{column: None if value == "" else value for column, value in row.items()} for row in self.rows()]
        whole = {"title": self.title, "columns": self.columns, "rows": rows}
        return json.dumps(whole, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def date_columns(name: str, meaning: str | Promise) -> dict[str, Promise]:
    """Return the columns of a date: as exact as its source, and the first and last day that it can mean."""
    return {
        name: format_lazy("{} {}", meaning, _("In EDTF, as exact as the source.")),
        f"{name}_earliest": format_lazy(_("The first day that “{column}” can mean."), column=name),
        f"{name}_latest": format_lazy(_("The last day that “{column}” can mean."), column=name),
    }


def date_cells(name: str, value: PartialDate | None) -> dict[str, str | date | None]:
    """Return what stands in the `date_columns` for a PartialDate or None."""
    return {
        name: str(value) if value else None,
        f"{name}_earliest": value.earliest if value else None,
        f"{name}_latest": value.latest if value else None,
    }


def source_cells(record: Sourced) -> dict[str, str | date | None]:
    """Return what stands in the SOURCE_COLUMNS for a Sourced record; like the pages, nothing for a nameless source."""
    return {column: getattr(record, column) if record.source else None for column in SOURCE_COLUMNS}


def address_of(page: Page) -> str:
    """Return the full address of the page that a reader should open; needs `shown_to_reader`."""
    return absolute(page.shown.url)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "; ".join(value)
    return harmless(value.isoformat() if isinstance(value, date) else value)


def harmless(value: object) -> str:
    """Return a value as a spreadsheet may read it: a text that would start a formula with an apostrophe before it."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
