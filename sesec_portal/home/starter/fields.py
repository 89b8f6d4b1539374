"""From an entry of the content to the fields of a page."""

from collections.abc import Callable
from typing import Any

from django.db.models import Field
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from phases.blocks import ClausesBlock
from sesec_portal.core.blocks import BodyBlock
from sesec_portal.sources.models import Source

from .bodies import body, clauses
from .texts import Entry, Texts

# What makes the raw value of a stream from content.
_Make = Callable[[Any, Texts], list[Entry]]

_STREAMS: dict[type, _Make] = {BodyBlock: body, ClausesBlock: clauses}


def fields_of(model: type[Page], entry: Entry, texts: Texts) -> dict[str, object]:
    """Return the fields of a page type that an entry of the content names, with their values.

    Arguments: the page type; the entry; the Texts that remember its Chinese. A field needs no more than a key of its
    own name. Other records, and streams of blocks that are no text, are for those who know how they are made.
    """
    translated = {field.field_name for field in model.translatable_fields}
    named = [field for field in model._meta.concrete_fields if field.name in entry]
    own = [field for field in named if not field.is_relation or isinstance(entry[field.name], Source)]
    return {
        field.name: _value(field, entry[field.name], texts, field.name in translated)
        for field in own
        if not isinstance(field, StreamField) or _make(field)
    }


def _value(field: Field, value: Any, texts: Texts, translated: bool) -> object:  # noqa: ANN401  what content gives
    if isinstance(field, StreamField):
        return _make(field)(value, texts)  # type: ignore[misc]  # only streams that can be made come here
    if isinstance(field, RichTextField):
        return texts.rich(value)
    return texts.plain(value) if translated else value


def _make(field: StreamField) -> _Make | None:
    return _STREAMS.get(type(field.stream_block))
