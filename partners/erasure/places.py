"""Where a name stands in the database, whichever table it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection, models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext
from modelcluster.fields import ParentalKey
from wagtail.admin.models import FormState
from wagtail.models import Page, Revision
from wagtail_localize.models import BaseSegment, String, TranslationContext, TranslationSource

from sesec_portal.media.models import FormerFile
from sesec_portal.search.index.entries import thing_of
from sesec_portal.search.models import SearchEntry, SearchWord

from .names import Names

_TRANSLATIONS = "wagtail_localize"
_TEXTS = ("varchar", "text", "jsonb")
# What is made anew from the rest.
_DERIVED = (SearchWord, FormState)
# What holds nothing that anybody types.
_LEFT_OUT = (Permission, ContentType, Session)


@dataclass(frozen=True)
class Place:
    """A row in which a name stands, and the fields that hold it."""

    model: type[models.Model]
    pk: object
    fields: tuple[str, ...]

    def row(self) -> models.Model | None:
        """Return the row as it is now."""
        return self.model._base_manager.filter(pk=self.pk).first()

    def labels(self) -> list[str]:
        """Return what the fields are called."""
        if self.model._meta.app_label == _TRANSLATIONS:
            return [gettext("texts for translation")]
        return [str(self.model._meta.get_field(name).verbose_name) for name in self.fields]


def places_of(names: Names) -> Iterator[Place]:
    """Yield every row that holds one of these names in words."""
    if not names.seeds:
        return
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and model not in _DERIVED and model not in _LEFT_OUT:
            yield from _places_in(model, names)


def _places_in(model: type[models.Model], names: Names) -> Iterator[Place]:
    kinds = {field: field.db_type(connection) or "" for field in model._meta.local_concrete_fields}
    fields = [field.name for field, kind in kinds.items() if kind.startswith(_TEXTS) and not field.is_relation]
    if not fields:
        return
    texts = {f"text_{name}": Cast(F(name), models.TextField()) for name in fields}
    looked_for = reduce(or_, (Q(**{f"{text}__icontains": seed}) for text in texts for seed in names.seeds))
    # By themselves, as the rows of a page's type and of the page are looked at one after the other.
    rows = model._base_manager.order_by().annotate(**texts).filter(looked_for).values_list("pk", *texts)
    for pk, *found in rows.iterator():
        holding = tuple(name for name, text in zip(fields, found, strict=True) if text and names.stand_in(text))
        if holding:
            yield Place(model, pk, holding)


def owner_of(row: models.Model) -> models.Model:
    """Return the page, the entry or the like that a row is a part of; the row itself where it stands alone."""
    if isinstance(row, Revision):
        return row.content_object or row
    if isinstance(row, SearchEntry):
        return thing_of(row) or row
    if isinstance(row, FormerFile):
        return row.thing
    if row._meta.app_label == _TRANSLATIONS:
        return _translated(row) or row
    for field in row._meta.concrete_fields:
        if isinstance(field, ParentalKey) and (above := getattr(row, field.name)):
            return owner_of(above)
    return row.specific if isinstance(row, Page) else row


def _translated(row: models.Model) -> models.Model | None:
    """Return the page whose text, or translation, a row of wagtail-localize is."""
    if isinstance(row, TranslationSource):
        kind = ContentType.objects.get_for_id(row.specific_content_type_id).model_class()
        return kind._default_manager.filter(translation_key=row.object_id, locale_id=row.locale_id).first()
    if isinstance(row, String):
        source = TranslationSource.objects.filter(stringsegment__string=row).first()
    elif isinstance(row, BaseSegment):
        source = row.source
    else:
        context = row if isinstance(row, TranslationContext) else getattr(row, "context", None)
        source = context and TranslationSource.objects.filter(object_id=context.object_id).first()
    return _translated(source) if source else None
