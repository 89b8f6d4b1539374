"""The grid of a table: headings, and rows of short rich text. Decision 0020 says why it is Wagtail's typed table."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Media
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockAdapter,
    TypedTableBlockValidationError,
)
from wagtail.rich_text import RichText

from . import rich_text
from .grid_translation import put_back, segments_of

MOST_ROWS, MOST_COLUMNS = 200, 10


class Grid(TypedTable):
    """What a table says; two that say the same are equal, so that a comparison of versions names what has changed."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Grid) and self._said() == other._said()

    __hash__ = None  # type: ignore[assignment]  # A value that is changed in place, as lists are.

    def _said(self) -> tuple[list[str], list[list[RichText]]]:
        return [column["heading"] for column in self.columns], [row["values"] for row in self.row_data]


class GridBlock(TypedTableBlock):
    """Columns with headings, and rows of cells with bold words, links and line breaks; figures stay as typed."""

    cell = blocks.RichTextBlock(
        required=False, editor="cell", features=rich_text.CELL, label=gettext_lazy("Text of the cells")
    )

    def clean(self, table: TypedTable) -> Grid:
        """Refuse a table that is too large, or lacks a heading or rows; a draft may lack them."""
        columns, rows = len(table.columns), len(table.row_data)
        nameless = [str(place) for place, column in enumerate(table.columns, 1) if not column["heading"].strip()]
        if columns > MOST_COLUMNS or rows > MOST_ROWS:
            raise TypedTableBlockValidationError(non_block_errors=[ValidationError(_too_large())])
        if not self.is_deferred_validation and (columns < 2 or not rows):
            sentence = _("A table needs at least two columns and one row below their headings.")
            raise TypedTableBlockValidationError(non_block_errors=[ValidationError(sentence)])
        if not self.is_deferred_validation and nameless:
            sentence = _("Every column needs a heading; look at column %(columns)s.") % {"columns": ", ".join(nameless)}
            raise TypedTableBlockValidationError(non_block_errors=[ValidationError(sentence)])
        return self.normalize(super().clean(table))

    def normalize(self, value: object) -> Grid:
        """Return what a table says, from its JSON or from what a form has sent."""
        table = super().normalize(value)
        return table if isinstance(table, Grid) else Grid(table.columns, table.row_data, table.caption)

    def to_python(self, value: Mapping[str, Any] | None) -> Grid:
        """Return what the JSON of a table says."""
        return self.normalize(super().to_python(value))

    def value_from_datadict(self, data: Mapping[str, str], files: Mapping[str, object], prefix: str) -> Grid:
        """Return what a form has sent."""
        return self.normalize(super().value_from_datadict(data, files, prefix))

    def get_translatable_segments(self, table: Grid) -> list[Any]:
        """Return what wagtail-localize has to get translated."""
        return segments_of(table)

    def restore_translated_segments(self, table: Grid, segments: list[Any]) -> Grid:
        """Return the table in the language of these segments."""
        put_back(table, segments)
        return table

    class Meta:
        icon = "table"
        label = gettext_lazy("Rows and columns")


def _too_large() -> str:
    sentence = _(
        "A table has at most %(rows)s rows and %(columns)s columns. Take a part of it, or offer it as a document."
    )
    return sentence % {"rows": MOST_ROWS, "columns": MOST_COLUMNS}


class GridBlockAdapter(TypedTableBlockAdapter):
    """Adds to Wagtail's grid a box into which a table is pasted."""

    js_constructor = "sesec_portal.core.GridBlock"

    def js_args(self, block: GridBlock) -> list[Any]:
        """Add what the box says, and how much it takes."""
        *others, meta = super().js_args(block)
        meta["most"] = {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
        meta["strings"] |= {
            "PASTE": _("Paste a table here"),
            "PASTE_HELP": _(
                "Copy it in Word, in Excel or on a web page, click into this box and press Ctrl+V, on a Mac ⌘V. "
                "Its first row becomes the headings. Links, bold words and line breaks stay."
            ),
            "NO_TABLE": _("There is no table in what you pasted."),
            "MERGED": _(
                "This table has merged cells. Split them where you copied it, so that every row has the same number "
                "of cells, and paste it again."
            ),
            "TOO_LARGE": _too_large(),
            "REPLACE": _("There is something in this table already. Put what you pasted in its place?"),
            "PASTED": _("Pasted. Look at the headings and cells below."),
        }
        return [*others, meta]

    @cached_property
    def media(self) -> Media:
        """The scripts of the grid."""
        return super().media + Media(js=["js/table-paste.js", "js/table-cells.js"])


register(GridBlockAdapter(), GridBlock)
