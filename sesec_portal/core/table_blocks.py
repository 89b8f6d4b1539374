"""What long text sets out in rows: tables, and terms with their meanings."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TableBlock(blocks.StructBlock):
    """A table whose first column names the row."""

    caption = blocks.CharBlock(label=_("What the table shows"))
    columns = blocks.ListBlock(blocks.CharBlock(label=_("Heading")), label=_("Column headings"), min_num=2, max_num=6)
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.CharBlock(required=False, label=_("Cell")), label=_("Cells")), label=_("Rows")
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuse a row with more or fewer cells than there are columns."""
        cleaned = super().clean(value)
        columns = len(cleaned["columns"])
        uneven = [str(place) for place, row in enumerate(cleaned["rows"], 1) if len(row) != columns]
        if uneven:
            sentence = _("Every row needs %(columns)s cells; look at row %(rows)s.")
            refusal = ValidationError(sentence % {"columns": columns, "rows": ", ".join(uneven)})
            raise blocks.StructBlockValidationError(block_errors={"rows": refusal})
        return cleaned

    def get_context(
        self, value: blocks.StructValue, parent_context: Mapping[str, object] | None = None
    ) -> dict[str, object]:
        """Add `rows`: of each row its cells, each with the heading of its column, which a phone prints beside it."""
        rows = [list(zip(value["columns"], row, strict=False)) for row in value["rows"]]
        return {**super().get_context(value, parent_context), "rows": rows}

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
