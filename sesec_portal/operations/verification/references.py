"""The record of what is used where, by which the admin warns before something in use is deleted."""

from collections import defaultdict
from collections.abc import Iterator

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from .problem import Problem, listed

# What things use, by their kind and key: kind, key and place of each use.
References = defaultdict[tuple[int, str], set[tuple[object, ...]]]


def problems() -> Iterator[Problem]:
    """Yield what the record does not say of what is used where, or says wrongly."""
    said, true = _recorded(), _found()
    if wrong := [key for key in said.keys() | true.keys() if said[key] != true[key]]:
        things = (f"{ContentType.objects.get_for_id(kind).model} {pk}" for kind, pk in wrong)
        yield Problem(
            f"things whose use of others is recorded wrongly: {listed(things)}", "manage.py rebuild_references_index"
        )


def _recorded() -> References:
    recorded: References = defaultdict(set)
    fields = ("base_content_type", "object_id", "to_content_type", "to_object_id", "model_path", "content_path")
    for kind, pk, *reference in ReferenceIndex.objects.values_list(*fields).iterator():
        recorded[kind, pk].add(tuple(reference))
    return recorded


def _found() -> References:
    """Ask each thing what it uses, as Wagtail does when it is saved; a page counts with what its every half uses."""
    found: References = defaultdict(set)
    for model in apps.get_models():
        if ReferenceIndex.is_indexed(model):
            kind = ReferenceIndex._get_base_content_type(model).pk
            for thing in model._default_manager.order_by("pk").iterator(chunk_size=200):
                found[kind, str(thing.pk)] |= set(ReferenceIndex._extract_references_from_object(thing))
    return found
