"""The texts of a page or an entry of a register, each with its place in the form, so that a remark can name it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, CharBlock, RawHTMLBlock, StreamValue, StructValue, TextBlock, URLBlock
from wagtail.blocks.list_block import ListValue
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText


@dataclass(frozen=True)
class PlacedText:
    """A text where it stands.

    `path` is Wagtail's content path (`"body.<key of the block>.text"`), as comments have it; `place` says the same in
    the words of the form (`"Body, 3: Note, Text"`). The `text` is as it is stored: `is_html` for rich text, `is_url`
    for an address.
    """

    path: str
    place: str
    text: str
    is_html: bool = False
    is_url: bool = False


def texts_of(thing: models.Model) -> Iterator[PlacedText]:
    """Yield every text that somebody types into the form of a page or entry, and that is not empty.

    Those of its lists (inline panels) are among them; what is chosen, a date or a slug is not.
    """
    yield from (text for text in _of_fields(thing) if text.text.strip())


def _of_fields(thing: models.Model) -> Iterator[PlacedText]:
    for field in thing._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from _placed(_of_stream(getattr(thing, field.name)), field.name, _name(field), " ")
        elif _is_typed(field):
            text = getattr(thing, field.name) or ""
            is_url = isinstance(field, models.URLField)
            yield PlacedText(field.name, _name(field), text, isinstance(field, RichTextField), is_url)
    for relation in get_all_child_relations(thing):
        accessor = relation.get_accessor_name()
        named = capfirst(str(relation.related_model._meta.verbose_name_plural))
        for number, row in enumerate(getattr(thing, accessor).all(), 1):
            key = getattr(row, "translation_key", None) or row.pk or number
            yield from _placed(_of_fields(row), f"{accessor}.{key}", f"{named} {number}")


def _is_typed(field: models.Field) -> bool:
    """Whether people write words into a field; dates of EDTF, slugs, choices and places in the tree are texts too."""
    return field.editable and not field.choices and type(field) in _TYPED and field.name != "path"


_TYPED = (models.CharField, models.TextField, models.URLField, RichTextField)


def _of_stream(stream: StreamValue) -> Iterator[PlacedText]:
    for number, child in enumerate(stream, 1):
        label = capfirst(str(child.block.label))
        yield from _placed(_of_block(child.block, child.value), str(child.id), f"{number}: {label}")


def _of_block(block: Block, value: object) -> Iterator[PlacedText]:
    if isinstance(value, StreamValue):
        yield from _of_stream(value)
    elif isinstance(value, StructValue):
        for name, child in value.bound_blocks.items():
            yield from _placed(_of_block(child.block, child.value), name, capfirst(str(child.block.label)))
    elif isinstance(value, ListValue):
        for number, child in enumerate(value.bound_blocks, 1):
            yield from _placed(_of_block(child.block, child.value), str(child.id), str(number))
    elif isinstance(value, TypedTable):
        yield from _of_table(value)
    elif isinstance(block, ImageBlock) and value is not None:
        yield PlacedText("alt_text", _("Alt text"), getattr(value, "contextual_alt_text", None) or "")
    elif isinstance(value, RichText):
        yield PlacedText("", "", value.source, is_html=True)
    elif isinstance(block, (CharBlock, TextBlock, URLBlock, RawHTMLBlock)) and value:
        yield PlacedText("", "", str(value), isinstance(block, RawHTMLBlock), isinstance(block, URLBlock))


def _of_table(table: TypedTable) -> Iterator[PlacedText]:
    for number, column in enumerate(table.columns, 1):
        yield PlacedText(f"columns.{number}", _("column %(number)s") % {"number": number}, column["heading"])
    for row, cells in enumerate(table.row_data, 1):
        for number, (column, value) in enumerate(zip(table.columns, cells["values"], strict=True), 1):
            place = _("row %(row)s, column %(number)s") % {"row": row, "number": number}
            yield from _placed(_of_block(column["block"], value), f"rows.{row}.{number}", place)


def _placed(texts: Iterator[PlacedText], path: str, place: str, joined: str = ", ") -> Iterator[PlacedText]:
    for text in texts:
        yield replace(
            text,
            path=f"{path}.{text.path}" if text.path else path,
            place=f"{place}{joined}{text.place}" if text.place else place,
        )


def _name(field: models.Field) -> str:
    return capfirst(str(field.verbose_name))
