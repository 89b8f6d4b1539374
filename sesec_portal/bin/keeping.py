"""How rows are kept while something is deleted: as PostgreSQL has them, in the transaction that deletes them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, models, transaction
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.db.models.signals import pre_delete
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.models import Page, ReferenceIndex
from wagtail.search.models import IndexEntry

from sesec_portal.core.records import Record
from sesec_portal.media.models import FormerFile
from sesec_portal.search.models import SearchEntry

from .models import DeletedRow, Deletion

# What somebody would look for in the bin; all else is kept only because it belongs to such a thing.
THINGS = (Page, Record, AbstractImage, AbstractDocument)
# What is made anew from the rest.
_DERIVED = (AbstractRendition, IndexEntry, ReferenceIndex, SearchEntry, Deletion, DeletedRow)

_NO_FILE = "bin/no-file"
_KEEP = """
    INSERT INTO bin_deletedrow (deletion_id, model, primary_key, row, is_emptied_key, parent)
    SELECT %s, %s, {key}::text, to_jsonb(kept), false, %s FROM {table} kept WHERE {key} = %s
"""


@dataclass
class _Keeping:
    """A deletion under way."""

    user: AbstractBaseUser | None
    reason: str
    key: UUID = field(default_factory=uuid4)
    kept: set[tuple[str, object]] = field(default_factory=set)
    things: dict[object, models.Model] = field(default_factory=dict)


_under_way: ContextVar[_Keeping | None] = ContextVar("deletion under way", default=None)


@contextmanager
def keeping(user: AbstractBaseUser | None = None, reason: str = "") -> Iterator[None]:
    """Keep everything that is deleted inside the block, in one Deletion; what is no thing of its own is let go."""
    under_way = _Keeping(user, reason)
    token = _under_way.set(under_way)
    try:
        yield
    finally:
        _under_way.reset(token)
        if not under_way.things:
            Deletion.objects.filter(pk=under_way.key).delete()


def give_reason(reason: str) -> None:
    """Write down why what is being deleted goes."""
    if under_way := _under_way.get():
        under_way.reason = reason


def note(pages: Iterable[Page]) -> None:
    """Keep the rows of pages that are about to be deleted, with all below them, in every language.

    Wagtail takes a page down, and what stands in for it in other languages, before it comes to delete them.
    """
    if not (under_way := _under_way.get()):
        return
    _name(under_way, None)
    for page in pages:
        branch = page.get_descendants(inclusive=True)
        for same in Page.objects.filter(translation_key__in=branch.values("translation_key")):
            _keep_row(under_way, Page, same)


def connect() -> None:
    """Keep rows from now on, wherever `keeping` asks for it."""
    pre_delete.connect(_keep)


def _keep(sender: type[models.Model], instance: models.Model, **kwargs: object) -> None:
    under_way = _under_way.get()
    if under_way is None or issubclass(sender, _DERIVED):
        return
    with transaction.atomic():
        _allow_deleting_lines()
        _name(under_way, instance)
        _keep_row(under_way, sender, instance)
        for through, column in _joins(sender):
            for row in through._base_manager.filter(**{column: instance.pk}):
                _keep_row(under_way, through, row)
        for emptied in _emptied_keys(under_way, instance):
            emptied.save()
    if isinstance(instance, AbstractImage | AbstractDocument | FormerFile):
        # Wagtail deletes the file whose name it finds here; the row that is kept goes on naming the true one.
        instance.file.name = _NO_FILE


def _allow_deleting_lines() -> None:
    """Tell the tables that only grow, until the transaction ends, that what goes is kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('sesec.deleting', 'on', true)")


def _name(under_way: _Keeping, instance: models.Model | None) -> None:
    """Write down what is deleted: the first of its things that has no other above it."""
    things, known = under_way.things, len(under_way.things)
    if isinstance(instance, THINGS):
        # A page is deleted as a page of its type and as a page.
        things.setdefault((isinstance(instance, Page) or type(instance), instance.pk), instance)
    if under_way.kept and len(things) == known:
        return
    pages = [thing for thing in things.values() if isinstance(thing, Page)]
    first = min(pages, key=lambda page: (page.depth, page.path)) if pages else next(iter(things.values()), None)
    named = {"title": str(first)[:255], "kind": str(first._meta.verbose_name)[:100]} if first else {}
    defaults = {**named, "deleted_by": under_way.user, "reason": under_way.reason}
    Deletion.objects.update_or_create(pk=under_way.key, defaults=defaults)


def _keep_row(under_way: _Keeping, model: type[models.Model], instance: models.Model) -> None:
    if (model._meta.label, instance.pk) in under_way.kept:
        return
    under_way.kept.add((model._meta.label, instance.pk))
    parent = instance.get_parent() if model is Page and isinstance(instance, Page) else None
    quote = connection.ops.quote_name
    statement = _KEEP.format(table=quote(model._meta.db_table), key=f"kept.{quote(model._meta.pk.column)}")
    label = model._meta.label
    with connection.cursor() as cursor:
        cursor.execute(statement, [under_way.key, label, parent and parent.pk, instance.pk])


def _joins(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    """Yield the tables that join this model to others, of which Django sends no signal, each with its column."""
    for relation in model._meta.local_many_to_many:
        if relation.remote_field.through._meta.auto_created:
            yield relation.remote_field.through, relation.m2m_field_name()
    for relation in _relations(model):
        if relation.many_to_many and relation.through and relation.through._meta.auto_created:
            yield relation.through, relation.field.m2m_reverse_field_name()


def _relations(model: type[models.Model]) -> list[ForeignObjectRel]:
    """Return what other tables have to do with this model, also where they keep it to themselves."""
    return [field for field in model._meta.get_fields(include_hidden=True) if isinstance(field, ForeignObjectRel)]


def _emptied_keys(under_way: _Keeping, instance: models.Model) -> Iterator[DeletedRow]:
    """Yield the keys of other rows that are emptied because they name what is deleted."""
    for relation in _relations(type(instance)):
        if getattr(relation, "on_delete", None) is not models.SET_NULL or issubclass(relation.related_model, _DERIVED):
            continue
        column = relation.field.attname
        for row in relation.related_model._base_manager.filter(**{relation.field.name: instance.pk}):
            yield DeletedRow(
                deletion_id=under_way.key,
                model=relation.related_model._meta.label,
                primary_key=str(row.pk),
                row={"column": column, "value": instance.pk},
                is_emptied_key=True,
            )
