"""The one vocabulary in which long text is written, on every page alike."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from sesec_portal.media import renditions
from sesec_portal.visibility.documents import is_told_on

from . import rich_text
from .sources import SOURCE
from .table_blocks import DefinitionsBlock, TableBlock

TEXT = _("text")


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
    cited = SnippetChooserBlock(SOURCE, label=_("Source"), required=False)

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


class NoteBlock(blocks.StructBlock):
    """A remark set apart from the text."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=rich_text.LISTS)

    class Meta:
        icon = "info-circle"
        label = _("Note")
        template = "blocks/note_block.html"


class StatementBlock(blocks.StructBlock):
    """What one source says."""

    says = blocks.CharBlock(label=_("What it says"))
    cited = SnippetChooserBlock(SOURCE, label=_("Source"))
    cited_at = blocks.CharBlock(label=_("Where in it"), required=False, max_length=120)


class DisagreementBlock(blocks.StructBlock):
    """A point on which sources differ, with what each of them says."""

    about = blocks.CharBlock(label=_("What they disagree about"))
    statements = blocks.ListBlock(StatementBlock(), min_num=2, label=_("What each source says"))

    def get_context(
        self, value: blocks.StructValue, parent_context: Mapping[str, object] | None = None
    ) -> dict[str, object]:
        """Add `of_one_source`, whether all statements are those of one source."""
        sources = {statement["cited"] for statement in value["statements"]}
        return {**super().get_context(value, parent_context), "of_one_source": len(sources) == 1}

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
        return {**context, "shown": document and is_told_on(context.get("page"), document.pk)}

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/download_block.html"


class BodyBlock(blocks.StreamBlock):
    """The body of a page."""

    heading = HeadingBlock()
    text = TextBlock(features=rich_text.BODY)
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
