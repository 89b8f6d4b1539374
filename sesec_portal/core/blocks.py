"""The one vocabulary in which long text is written, on every page alike."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from sesec_portal.media import renditions
from sesec_portal.visibility.documents import hidden_document_keys

RICH_TEXT = ["h3", "bold", "italic", "ol", "ul", "link", "document-link", "superscript"]
TEXT = _("text")
CLAUSE_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    """A heading that opens a section, and stands in the page's list of contents."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading_block.html"


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text_block.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words."""

    text = blocks.TextBlock(label=_("Words quoted"))
    attribution = blocks.CharBlock(label=_("Who said or wrote it, and where"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote_block.html"


class FigureBlock(blocks.StructBlock):
    """A picture with a caption."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    def bulk_to_python(self, values: Sequence[Mapping[str, object]]) -> list[blocks.StructValue]:
        """Return the figures of a page with their renditions, so that each does not ask for its own."""
        figures = super().bulk_to_python(values)
        renditions.prefetch([figure["image"] for figure in figures if figure["image"]], renditions.FIGURE)
        return figures

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/figure_block.html"


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


class NoteBlock(blocks.StructBlock):
    """A remark set apart from the text."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul", "ol"])

    class Meta:
        icon = "info-circle"
        label = _("Note")
        template = "blocks/note_block.html"


class StatementBlock(blocks.StructBlock):
    """What one source says."""

    says = blocks.CharBlock(label=_("What it says"))
    source = blocks.CharBlock(label=_("Source"))
    url = blocks.URLBlock(label=_("Address of the source"), required=False)


class DisagreementBlock(blocks.StructBlock):
    """A point on which sources differ, with what each of them says."""

    about = blocks.CharBlock(label=_("What they disagree about"))
    statements = blocks.ListBlock(StatementBlock(), min_num=2, label=_("What each source says"))

    class Meta:
        icon = "warning"
        label = _("Sources disagree")
        template = "blocks/disagreement_block.html"


class DownloadBlock(blocks.StructBlock):
    """A document to download; on a page that anybody may read, nothing is shown of a private one."""

    document = DocumentChooserBlock(label=_("Document"))

    def get_context(
        self, value: blocks.StructValue, parent_context: Mapping[str, object] | None = None
    ) -> dict[str, object]:
        """Add `shown`, whether the readers of this page may know of the document."""
        context = super().get_context(value, parent_context)
        document = value["document"]
        is_open = getattr(context.get("page"), "is_open_to_all", False)
        public = document and (not is_open or document.pk not in hidden_document_keys())
        return {**context, "shown": public}

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/download_block.html"


class BodyBlock(blocks.StreamBlock):
    """The body of a page."""

    heading = HeadingBlock()
    text = TextBlock(features=RICH_TEXT)
    quote = QuoteBlock()
    figure = FigureBlock()
    table = TableBlock()
    definitions = DefinitionsBlock()
    note = NoteBlock()
    disagreement = DisagreementBlock()
    download = DownloadBlock()


def body_field(verbose_name: str | Promise = TEXT) -> StreamField:
    """Return the StreamField in which a page keeps its long text."""
    help_text = _(
        "Build the text from blocks: headings, text, tables, notes. Dates and roles belong in their own fields."
    )
    return StreamField(BodyBlock(), blank=True, verbose_name=verbose_name, help_text=help_text)


class SubclauseBlock(blocks.StructBlock):
    """A numbered part of a clause."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=CLAUSE_TEXT)


class ClauseBlock(blocks.StructBlock):
    """A numbered clause; its number is its place."""

    heading = blocks.CharBlock(label=_("Heading"))
    text = blocks.RichTextBlock(label=_("Text"), features=CLAUSE_TEXT, required=False)
    subclauses = blocks.ListBlock(SubclauseBlock(), label=_("Parts"), default=[])

    class Meta:
        icon = "list-ol"
        label = _("Clause")


class ClausesBlock(blocks.StreamBlock):
    """Clauses in order."""

    clause = ClauseBlock()
