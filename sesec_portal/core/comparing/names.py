"""What the things are called that two versions name: asked for all at once, whatever they name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

from sesec_portal.core.admin_titles import admin_title_of

_Names = Mapping[tuple[type[Model], str], str]
_known: ContextVar[_Names | None] = ContextVar("names of what two versions name", default=None)


@contextmanager
def names_known(*versions: Model) -> Iterator[None]:
    """Inside the block, `name_of` asks nothing about what these versions name."""
    token = _known.set(_names_in(versions))
    try:
        yield
    finally:
        _known.reset(token)


def name_of(model: type[Model], key: object) -> str:
    """Return what something is called by its model and primary key; a sentence for what has been deleted since."""
    kind = _listed_as(model)
    known = _known.get() or {}
    if (kind, str(key)) in known:
        return known[kind, str(key)]
    # What has gone, and what Wagtail takes for no reference, as that of a seat to its partner.
    thing = kind._base_manager.filter(pk=key).first()
    return admin_title_of(thing) if thing else _("deleted since")


def _names_in(versions: tuple[Model, ...]) -> _Names:
    keys: defaultdict[type[Model], set[str]] = defaultdict(set)
    for version in versions:
        for kind, key, *_path in ReferenceIndex._extract_references_from_object(version):
            if model := ContentType.objects.get_for_id(kind).model_class():
                keys[_listed_as(model)].add(key)
    return {
        (model, str(thing.pk)): admin_title_of(thing)
        for model, wanted in keys.items()
        for thing in model._base_manager.filter(pk__in=wanted)
    }


def _listed_as(model: type[Model]) -> type[Model]:
    """Return the model under whose name a thing is listed: of pages, whatever their type, that of all."""
    return Page if issubclass(model, Page) else model
