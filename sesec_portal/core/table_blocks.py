"""What long text sets out in rows: tables, and terms with their meanings."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .grid_block import GridBlock


class TableBlock(blocks.StructBlock):
    """A table whose first column names the row."""

    caption = blocks.CharBlock(
        label=_("What the table shows"), help_text=_("Stands above the table; a screen reader says it first.")
    )
    table = GridBlock()

    def get_context(
        self, value: blocks.StructValue, parent_context: Mapping[str, object] | None = None
    ) -> dict[str, object]:
        """Add `rows`: of each row its cells, each with the heading of its column, which a phone prints beside it."""
        grid = value["table"]
        headings = [column["heading"] for column in grid.columns]
        rows = [list(zip(headings, row["values"], strict=True)) for row in grid.row_data]
        return {**super().get_context(value, parent_context), "headings": headings, "rows": rows}

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table_block.html"


class DefinitionsBlock(blocks.StructBlock):
    """Terms with their meanings."""

    entries = blocks.ListBlock(
        blocks.StructBlock(
            [("term", blocks.CharBlock(label=_("Term"))), ("meaning", blocks.TextBlock(label=_("Meaning")))]
        ),
        label=_("Terms"),
    )

    class Meta:
        icon = "list-ul"
        label = _("Terms and meanings")
        template = "blocks/definitions_block.html"
