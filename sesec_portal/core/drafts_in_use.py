"""What drafts refer to: the database knows what a published row refers to, and nothing of versions."""

from collections.abc import Iterable
from functools import reduce
from itertools import chain
from operator import or_

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from wagtail.models import DraftStateMixin, Page, Revision

from .revisions import chosen_in_blocks, keys_of


def drafts_naming(things: Iterable[Model]) -> list[Model]:
    """Return the pages and records with a draft, or a version that waits for its hour, which names one of these things.

    What stands below one of these pages goes with it, and counts as they do.
    """
    things = list(things)
    pages = _branches(thing for thing in things if isinstance(thing, Page))
    records = {(type(thing), thing.pk) for thing in things if not isinstance(thing, Page)}
    using = {}
    for revision in waiting_versions().select_related("content_type"):
        owner = revision.content_type_id, revision.object_id
        if issubclass(revision.content_type.model_class(), Page) and int(revision.object_id) in pages:
            continue
        for model, pk in chain(keys_of(revision), chosen_in_blocks(revision)):
            if pk in pages if issubclass(model, Page) else (model, pk) in records:
                using[owner] = revision.content_object
    return list(using.values())


def _branches(pages: Iterable[Page]) -> set[int]:
    paths = [Q(path__startswith=page.path) for page in pages]
    return set(Page.objects.filter(reduce(or_, paths)).values_list("pk", flat=True)) if paths else set()


def waiting_versions() -> QuerySet[Revision]:
    """Return the versions that are drafts, or wait for their hour."""
    drafted = Q(approved_go_live_at__isnull=False)
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and (model is Page or not issubclass(model, Page)):
            drafted |= Q(pk__in=model._default_manager.filter(has_unpublished_changes=True).values("latest_revision"))
    return Revision.objects.filter(drafted)
