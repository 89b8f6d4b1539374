"""What depends on something that is about to go: what is published, drafts, and approvals that it awaits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TypeAlias

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from wagtail.models import Page, ReferenceIndex, WorkflowState

from sesec_portal.core.drafts_in_use import branches_of, drafts_mentioning

_Aims: TypeAlias = defaultdict[type[Model], set[str]]


@dataclass(frozen=True)
class Uses:
    """What refers to things, or to pages below them, and does not go with them; which of them await an approval."""

    published: list[Model]
    drafts: list[Model]
    awaiting: list[Model]


def uses_of(things: Iterable[Model]) -> Uses:
    """Return what depends on these things, in a number of queries that grows with nothing."""
    things = list(things)
    aims: _Aims = defaultdict(set)
    for thing in things:
        if not isinstance(thing, Page):
            aims[type(thing)].add(str(thing.pk))
    if pages := branches_of(things):
        aims[Page] = {str(key) for key in pages}
    goes = {(model, key) for model, keys in aims.items() for key in keys}

    def staying(uses: Iterable[Model]) -> list[Model]:
        return [use for use in uses if (Page if isinstance(use, Page) else type(use), str(use.pk)) not in goes]

    return Uses(staying(_published(aims)), staying(drafts_mentioning(things)), _awaiting(aims))


def _about(aims: _Aims, kind: str, key: str) -> Q:
    kinds = ContentType.objects.get_for_models(*aims, for_concrete_models=False)
    return reduce(or_, (Q(**{kind: kinds[model], f"{key}__in": keys}) for model, keys in aims.items()), Q(pk__in=[]))


def _awaiting(aims: _Aims) -> list[Model]:
    about = _about(aims, "base_content_type", "object_id")
    states = WorkflowState.objects.filter(about, status=WorkflowState.STATUS_IN_PROGRESS)
    return [state.content_object for state in states.prefetch_related("content_object")]


def _published(aims: _Aims) -> Iterator[Model]:
    to_them = ReferenceIndex.objects.filter(_about(aims, "to_content_type", "to_object_id"))
    keys_by_kind: defaultdict[int, set[str]] = defaultdict(set)
    for kind, key in to_them.values_list("base_content_type", "object_id").distinct():
        keys_by_kind[kind].add(key)
    for kind, keys in keys_by_kind.items():
        for use in ContentType.objects.get_for_id(kind).get_all_objects_for_this_type(pk__in=keys):
            if getattr(use, "live", True) and not getattr(use, "alias_of_id", None):
                yield use
