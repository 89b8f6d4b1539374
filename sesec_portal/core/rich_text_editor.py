"""The editor of rich text in the admin: Draftail, for which a text without a word is an empty one."""

import re
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextAreaAdapter
from wagtail.admin.telepath import register

from sesec_portal.living_facts.editor import FEATURE

# Registered by the app that knows terms: they can be marked wherever links can be set, and so can living facts.
_TERM, _LINK = "term", "link"
_NOTHING_BUT_EMPTY_PARAGRAPHS = re.compile(r"(?:<p[^>]*>(?:\s|<br/>)*</p>\s*)*")


class RichTextEditor(DraftailRichTextArea):
    """Draftail as Wagtail has it, but for terms and living facts, found wherever links are set, and for an empty field.

    Until its script has started, the field holds one empty paragraph: a form sent by then, as a quick approval is,
    counted as changed, and its page as one to be approved again.
    """

    def __init__(self, *args: object, features: Sequence[str] | None = None, **kwargs: object) -> None:
        if features and _LINK in features:
            features = [*features, _TERM, FEATURE]
        super().__init__(*args, features=features, **kwargs)

    def value_from_datadict(self, data: Mapping[str, object], files: Mapping[str, object], name: str) -> str | None:
        """Return the HTML of what was typed, empty where that is nothing; None where the form has no such field."""
        html = super().value_from_datadict(data, files, name)
        return "" if html and _NOTHING_BUT_EMPTY_PARAGRAPHS.fullmatch(html) else html


class CellEditor(RichTextEditor):
    """The same for a cell of a table; its script starts Draftail in the cell that is entered, for a table has many."""


class CellEditorAdapter(DraftailRichTextAreaAdapter):
    """Names the script's class, and what a screen reader calls a cell."""

    js_constructor = "sesec_portal.core.CellEditor"

    def js_args(self, widget: CellEditor) -> list[object]:
        """Add that name."""
        return [*super().js_args(widget), _("Cell")]


register(CellEditorAdapter(), CellEditor)
