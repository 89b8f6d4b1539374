"""Versions of pages and records that name what has been deleted since: they can be read, and say what is missing."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, Page, Revision

# What modelcluster does about a key whose row is gone; at any other key it fails.
_KNOWN = (models.CASCADE, models.SET_NULL, models.DO_NOTHING)

Content = dict[str, Any]


class _Key(NamedTuple):
    """A key in the content of a version: where it stands, as which field, and in which list of entries, if in one."""

    entry: Content
    field: models.ForeignKey
    entries: list[Content] | None


class KeepsVersions:
    """What keeps its versions readable: what a version names and is no longer there drops out of it.

    Something in use cannot be deleted (PROTECT), but a version does not count as use, and a person's name has to go
    when the person asks for it.
    """

    # The fields that belong to the thing, not to a version of it: publishing one leaves them as they are.
    of_no_version: tuple[str, ...]

    def with_content_json(self, content: Content) -> models.Model:
        """Return this thing as a version's content has it: an entry that is about what is gone is left out."""
        # A page read as a plain one has a version of its own type.
        model: Any = getattr(self, "specific_class", None) or type(self)
        for key in _missing(model, content):
            if key.entries is None or key.field.null:
                key.entry[key.field.name] = None
            elif key.entry in key.entries:
                key.entries.remove(key.entry)
        thing = super().with_content_json(content)  # type: ignore[misc]  # what has versions has it
        for name in self.of_no_version:
            setattr(thing, name, getattr(self, name))
        return thing


def missing_from(revision: Revision) -> list[str]:
    """Return what a version names and is no longer there, as the forms call it: `["person", "host"]`."""
    model = revision.content_type.model_class()
    return list(dict.fromkeys(str(key.field.verbose_name) for key in _missing(model, revision.content)))


def keys_of(revision: Revision) -> Iterator[tuple[type[models.Model], object]]:
    """Yield the model and the primary key of each thing that a version names and that may not be deleted in use."""
    for key in _keys(revision.content_type.model_class(), revision.content):
        yield key.field.related_model, key.entry[key.field.name]


def chosen_in_blocks(revision: Revision) -> Iterator[tuple[type[models.Model], object]]:
    """Yield the model and the primary key of each entry of a register that the blocks of a version name."""
    for field, value in _block_fields(revision.content_type.model_class(), revision.content):
        for model, key, *_place in field.extract_references(field.to_python(value)):
            if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
                yield model, model._meta.pk.to_python(key)


def _block_fields(model: type[models.Model], content: Content) -> Iterator[tuple[StreamField, object]]:
    for field in model._meta.concrete_fields:
        if isinstance(field, StreamField) and content.get(field.name):
            yield field, content[field.name]
    for relation in get_all_child_relations(model):
        for entry in content.get(relation.get_accessor_name()) or []:
            yield from _block_fields(relation.related_model, entry)


def _missing(model: type[models.Model], content: Content) -> list[_Key]:
    keys = list(_keys(model, content))
    wanted: defaultdict[type[models.Model], set[object]] = defaultdict(set)
    for key in keys:
        wanted[key.field.related_model].add(key.entry[key.field.name])
    there = {
        model: set(model._default_manager.filter(pk__in=pks).values_list("pk", flat=True))
        for model, pks in wanted.items()
    }
    return [key for key in keys if key.entry[key.field.name] not in there[key.field.related_model]]


def _keys(model: type[models.Model], content: Content, entries: list[Content] | None = None) -> Iterator[_Key]:
    for field in model._meta.concrete_fields:
        if not isinstance(field, models.ForeignKey) or field.remote_field.on_delete in _KNOWN:
            continue
        if content.get(field.name) is not None:
            yield _Key(content, field, entries)
    for relation in get_all_child_relations(model):
        listed = content.get(relation.get_accessor_name()) or []
        for entry in listed:
            yield from _keys(relation.related_model, entry, listed)
