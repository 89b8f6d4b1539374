"""The clauses in which terms of reference are written."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from sesec_portal.core.rich_text import DOCUMENTED


class SubclauseBlock(blocks.StructBlock):
    """A numbered part of a clause."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=DOCUMENTED)


class ClauseBlock(blocks.StructBlock):
    """A numbered clause; its number is its place."""

    heading = blocks.CharBlock(label=_("Heading"))
    text = blocks.RichTextBlock(label=_("Text"), features=DOCUMENTED, required=False)
    subclauses = blocks.ListBlock(SubclauseBlock(), label=_("Parts"), default=[])

    class Meta:
        icon = "list-ol"
        label = _("Clause")


class ClausesBlock(blocks.StreamBlock):
    """Clauses in order."""

    clause = ClauseBlock()
