"""What drafts refer to: the database knows what a published row refers to, and nothing of versions."""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Model, Q, QuerySet, prefetch_related_objects
from wagtail.models import DraftStateMixin, Page, Revision

from .references import Reference, chosen_and_linked, references_of
from .revisions import keys_of


def drafts_naming(things: Iterable[Model]) -> list[Model]:
    """Return the pages and records with a draft, or a version that waits for its hour, which needs one of these things.

    What stands below one of these pages goes with it, and counts as they do.
    """
    return _drafts(things, _needed_by)


def drafts_mentioning(things: Iterable[Model]) -> list[Model]:
    """Return the same, and those which could do without: with a link in a text, or a picture."""
    return _drafts(things, references_of)


def branches_of(things: Iterable[Model]) -> set[int]:
    """Return the keys of the pages among these things, and of all pages below them."""
    paths = [Q(path__startswith=page.path) for page in things if isinstance(page, Page)]
    return set(Page.objects.filter(reduce(or_, paths)).values_list("pk", flat=True)) if paths else set()


def _drafts(things: Iterable[Model], referred_to: Callable[[Revision], Iterator[Reference]]) -> list[Model]:
    things = list(things)
    pages = {str(key) for key in branches_of(things)}
    others = {(type(thing), str(thing.pk)) for thing in things if not isinstance(thing, Page)}
    using = {}
    for revision in waiting_versions().select_related("content_type"):
        if issubclass(revision.content_type.model_class(), Page) and revision.object_id in pages:
            continue
        for model, key in referred_to(revision):
            if key in pages if issubclass(model, Page) else (model, key) in others:
                using[revision.content_type_id, revision.object_id] = revision
    prefetch_related_objects(list(using.values()), "content_object")
    return [revision.content_object for revision in using.values()]


def _needed_by(revision: Revision) -> Iterator[Reference]:
    for model, key in keys_of(revision):
        yield model, str(key)
    for model, key in chosen_and_linked(revision):
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model, key


def waiting_versions() -> QuerySet[Revision]:
    """Return the versions that are drafts, or wait for their hour."""
    drafted = Q(approved_go_live_at__isnull=False)
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and (model is Page or not issubclass(model, Page)):
            drafted |= Q(pk__in=model._default_manager.filter(has_unpublished_changes=True).values("latest_revision"))
    return Revision.objects.filter(drafted)
