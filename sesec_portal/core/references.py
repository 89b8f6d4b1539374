"""What a version of a page or entry refers to, read as it is stored: the database is asked nothing."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Revision
from wagtail.rich_text import extract_references_from_rich_text

# The model, and the primary key as text.
Reference: TypeAlias = tuple[type[models.Model], str]


def chosen_and_linked(revision: Revision) -> Iterator[Reference]:
    """Yield what the blocks of a version have chosen, and what its texts link to."""
    for field, value in _fields(revision.content_type.model_class(), revision.content):
        if isinstance(field, StreamField):
            yield from _of_block(field.stream_block, field.to_python(value).raw_data)
        elif isinstance(field, RichTextField):
            yield from _of_text(value)


def references_of(revision: Revision) -> Iterator[Reference]:
    """Yield everything that a version refers to, in its fields too."""
    for field, value in _fields(revision.content_type.model_class(), revision.content):
        if isinstance(field, models.ForeignKey) and not isinstance(field, ParentalKey):
            yield field.related_model, str(value)
    yield from chosen_and_linked(revision)


def _fields(model: type[models.Model], content: dict[str, Any]) -> Iterator[tuple[models.Field, Any]]:
    for field in model._meta.concrete_fields:
        if content.get(field.name):
            yield field, content[field.name]
    for relation in get_all_child_relations(model):
        for entry in content.get(relation.get_accessor_name()) or []:
            yield from _fields(relation.related_model, entry)


def _of_block(block: Block, value: object) -> Iterator[Reference]:
    if isinstance(block, ChooserBlock):
        if value:
            yield block.model_class, str(value)
    elif isinstance(block, RichTextBlock):
        yield from _of_text(str(value or ""))
    elif value:
        for part, said in _parts(block, value):
            yield from _of_block(part, said)


def _parts(block: Block, value: Any) -> Iterator[tuple[Block, object]]:  # noqa: ANN401  as JSON has it
    if isinstance(block, StreamBlock):
        known = block.child_blocks
        yield from ((known[part["type"]], part["value"]) for part in value if part["type"] in known)
    elif isinstance(block, StructBlock):
        yield from ((part, value.get(name)) for name, part in block.child_blocks.items())
    elif isinstance(block, ListBlock):
        yield from ((block.child_block, part["value"]) for part in value)
    elif isinstance(block, TypedTableBlock):
        columns = [block.child_blocks[column["type"]] for column in value["columns"]]
        for row in value["rows"]:
            yield from zip(columns, row["values"], strict=True)


def _of_text(html: str) -> Iterator[Reference]:
    for model, key, *_place in extract_references_from_rich_text(html):
        yield model, str(key)
