"""How the comparison of two versions reads blocks: each by its kind, those that are the same left out."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText

from sesec_portal.core.admin_titles import admin_title_of
from sesec_portal.core.grid_block import GridBlock
from sesec_portal.core.sources import OtherStatementBlock
from sesec_portal.edtf.dates import parse

from .grids import compared_grids
from .listing import entry_in_list, labelled, listed_changes
from .marking import is_marked, marked, replaced
from .sequences import Step, steps
from .texts import form_of, words_of_rich_text


@singledispatch
def compared(block: blocks.Block, former: Any, latter: Any) -> SafeString:  # noqa: ANN401  a value of any block
    """Return two values of a block as one, with what has changed marked; None stands for one that is not there."""
    return replaced(*("" if value in (None, "") else str(value) for value in (former, latter)))


@compared.register(blocks.CharBlock)
@compared.register(blocks.TextBlock)
def _texts(block: blocks.Block, former: str | None, latter: str | None) -> SafeString:
    return marked(former or "", latter or "")


@compared.register
def _rich_texts(block: blocks.RichTextBlock, former: RichText | None, latter: RichText | None) -> SafeString:
    words = [words_of_rich_text(value.source) if value else "" for value in (former, latter)]
    told = marked(*words)
    in_form = former and latter and form_of(former.source) != form_of(latter.source)
    only_markup = in_form and words[0] == words[1]
    return told + replaced("", _("Only the form of the text was changed.")) if only_markup else told


@compared.register
def _choices(block: blocks.ChoiceBlock, former: str | None, latter: str | None) -> SafeString:
    labels = dict(block.field.choices)
    return replaced(*(str(labels.get(value, value)) if value else "" for value in (former, latter)))


@compared.register
def _ticks(block: blocks.BooleanBlock, former: bool | None, latter: bool | None) -> SafeString:
    words = {True: _("Yes"), False: _("No"), None: ""}
    return replaced(words[former], words[latter])


@compared.register
def _choosers(block: blocks.ChooserBlock, former: Any, latter: Any) -> SafeString:  # noqa: ANN401  whatever is chosen
    return replaced(*(admin_title_of(value) if value else "" for value in (former, latter)))


@compared.register
def _pictures(block: ImageBlock, former: Any, latter: Any) -> SafeString:  # noqa: ANN401  a picture, or None
    return replaced(*(_words_of_picture(value) if value else "" for value in (former, latter)))


def _words_of_picture(picture: Any) -> str:  # noqa: ANN401  as above, with what the block knows of it
    alt = _("decorative") if picture.decorative else picture.contextual_alt_text
    return _("%(title)s; alternative text: %(alt)s") % {"title": picture.title, "alt": alt}


@compared.register
def _structs(block: blocks.StructBlock, former: Any, latter: Any) -> SafeString:  # noqa: ANN401  a struct, or None
    ones, others = former or {}, latter or {}
    parts = block.child_blocks.items()
    return labelled((part.label, compared(part, ones.get(name), others.get(name))) for name, part in parts)


@compared.register
def _statements(block: OtherStatementBlock, former: Any, latter: Any) -> SafeString:  # noqa: ANN401  likewise
    return _structs(block, _with_date_in_words(former), _with_date_in_words(latter))


def _with_date_in_words(value: Any) -> Any:  # noqa: ANN401  likewise
    try:
        return value and {**value, "date": parse(value["date"]).spelled_out()}
    except ValueError:
        # A draft keeps what cannot be read yet.
        return value


@compared.register
def _lists(block: blocks.ListBlock, former: Any, latter: Any) -> SafeString:  # noqa: ANN401  a list, or None
    ones, others = (_named(value.bound_blocks if value else []) for value in (former, latter))
    return listed_changes(_told(step, "") for step in steps(ones, others))


@compared.register
def _streams(block: blocks.StreamBlock, former: Any, latter: Any) -> SafeString:  # noqa: ANN401  a stream, or None
    taken = steps(_named(former or []), _named(latter or []))
    return listed_changes(_told(step, step.shown.block.label) for step in taken)


@compared.register
def _grids(block: GridBlock, former: Any, latter: Any) -> SafeString:  # noqa: ANN401  a table, or None
    return compared_grids(former, latter)


def _named(entries: Iterable[blocks.BoundBlock]) -> dict[str, blocks.BoundBlock]:
    """Return blocks by the names that Wagtail gives them; by their places where a list was not typed in the admin."""
    return {getattr(one, "original_id", one.id) or str(place): one for place, one in enumerate(entries)}


def _told(step: Step[blocks.BoundBlock], heading: str) -> SafeString | None:
    former, latter = (entry and entry.value for entry in (step.former, step.latter))
    html = compared(step.shown.block, former, latter)
    if not step.change and not step.is_moved and not is_marked(html):
        return None
    return entry_in_list(step.change, heading, html, is_moved=step.is_moved)
