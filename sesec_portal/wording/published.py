"""Everything that is published, with what its texts need fetched at once: as many queries however much there is."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Model, prefetch_related_objects
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page

from sesec_portal.core.records import Record


def published_things() -> Iterator[Model]:
    """Yield the pages that stand for themselves, and the entries of registers, as readers have them."""
    by_model: defaultdict[type[Model], list[Model]] = defaultdict(list)
    for page in Page.objects.filter(live=True, alias_of__isnull=True).specific():
        by_model[type(page)].append(page)
    for model in Record.__subclasses__():
        by_model[model] = list(model._default_manager.filter(live=True))
    for model, things in by_model.items():
        prefetch_related_objects(things, *_lists_of(model), *(["locale"] if issubclass(model, Page) else []))
        _read_blocks(model, things)
        yield from things


def _lists_of(model: type[Model]) -> Iterator[str]:
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        yield name
        yield from (f"{name}__{inner}" for inner in _lists_of(relation.related_model))


def _read_blocks(model: type[Model], things: list[Model]) -> None:
    """Read the blocks of all of them as if they were of one, for each kind of block fetches what it names at once."""
    for field in model._meta.concrete_fields:
        if not isinstance(field, StreamField):
            continue
        block = field.stream_block
        stored = [list(getattr(thing, field.name).raw_data) for thing in things]
        read = iter(StreamValue(block, [child for children in stored for child in children], is_lazy=True))
        for thing, children in zip(things, stored, strict=True):
            own = [next(read) for _child in children]
            value = StreamValue(block, [(child.block_type, child.value, child.id) for child in own])
            setattr(thing, field.name, value)
