"""How what was deleted comes back: every row as it was, a page where its place is now."""

import json
from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index

from sesec_portal.core.records import Record
from sesec_portal.media import renditions
from sesec_portal.search.index.entries import index_pages_later
from sesec_portal.search.index.records import index_record
from sesec_portal.share_images.tasks import renew_all

from .models import DeletedRow, Deletion

_INSERT = "INSERT INTO {table} ({columns}) SELECT {columns} FROM jsonb_populate_record(NULL::{table}, %s)"


@transaction.atomic
def bring_back(deletion: Deletion, user: AbstractBaseUser | None = None) -> None:
    """Bring back everything that one deletion took, and forget the deletion; its history says by whom.

    Raises ValidationError, with a sentence, where its place is gone or taken.
    """
    deletion = Deletion.objects.select_for_update().get(pk=deletion.pk)
    rows = _rows_that_are_gone(deletion)
    _let_go_of_what_is_gone(rows)
    placed = _put_pages_in_their_places([row for row in rows if row.model == "wagtailcore.Page"])
    try:
        with transaction.atomic():
            for row in rows:
                if row not in placed:
                    _insert(row)
            connection.check_constraints()
    except IntegrityError as error:
        raise ValidationError(
            _("It cannot come back as it was: what it belongs to is gone, or its number or place is taken by now.")
        ) from error
    for emptied in deletion.rows.filter(is_emptied_key=True):
        _fill(emptied)
    _make_findable(rows)
    for row in rows:
        model = apps.get_model(row.model)
        if model is Page or issubclass(model, Record):
            log(model._base_manager.get(pk=row.primary_key), "bin.bring_back", user=user)
    deletion.delete()


def _rows_that_are_gone(deletion: Deletion) -> list[DeletedRow]:
    """Return the rows to bring back; a page that was not deleted after all, only taken down, goes up again."""
    gone = []
    for row in deletion.rows.filter(is_emptied_key=False):
        same = apps.get_model(row.model)._base_manager.filter(pk=row.primary_key)
        if not same.exists():
            gone.append(row)
        elif row.model == "wagtailcore.Page":
            same.update(**{name: row.row[name] for name in ("live", "live_revision_id", "has_unpublished_changes")})
    return gone


def _let_go_of_what_is_gone(rows: list[DeletedRow]) -> None:
    """Empty the keys that may be empty and name what is neither there nor among these rows: an account, a version."""
    kept = {(row.model, row.primary_key) for row in rows}
    for row in rows:
        for field in apps.get_model(row.model)._meta.local_concrete_fields:
            value = row.row.get(field.column)
            if not isinstance(field, models.ForeignKey) or not field.null or value is None:
                continue
            named = field.related_model
            if (named._meta.label, str(value)) not in kept and not named._base_manager.filter(pk=value).exists():
                row.row[field.column] = None


def _put_pages_in_their_places(pages: list[DeletedRow]) -> list[DeletedRow]:
    """Give each branch a place below the page that it was under, with the addresses that follow.

    Returns the first page of each branch; these rows are in the database then.
    """
    paths = {row.row["path"] for row in pages}
    branches = [row for row in pages if row.row["path"][: -Page.steplen] not in paths]
    for branch in branches:
        parent = Page.objects.filter(pk=branch.parent).first()
        if not parent:
            raise ValidationError(_("The page above “%(page)s” is gone. Bring that back first.") % _titled(branch))
        if parent.get_children().filter(slug=branch.row["slug"]).exists():
            raise ValidationError(
                _("Another page has the address of “%(page)s” by now. Give that one another.") % _titled(branch)
            )
        former = {name: branch.row[name] for name in ("path", "url_path", "depth")}
        path, url_path = _free_path(parent, former["path"]), f"{parent.url_path}{branch.row['slug']}/"
        for row in [row for row in pages if row.row["path"].startswith(former["path"])]:
            row.row["path"] = path + row.row["path"].removeprefix(former["path"])
            row.row["url_path"] = url_path + row.row["url_path"].removeprefix(former["url_path"])
            row.row["depth"] += parent.depth + 1 - former["depth"]
        # Each branch finds the places that those before it have taken.
        _insert(branch)
        Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + 1)
    return branches


def _titled(page: DeletedRow) -> dict[str, str]:
    return {"page": page.row["title"]}


def _free_path(parent: Page, former: str) -> str:
    """Return the place that a page had if it is free, so that it comes back in its order; else the next one."""
    if former.startswith(parent.path) and not Page.objects.filter(path=former).exists():
        return former
    last = parent.get_children().order_by("path").last()
    return last._inc_path() if last else Page._get_path(parent.path, parent.depth + 1, 1)


def _insert(row: DeletedRow) -> None:
    model = apps.get_model(row.model)
    quote = connection.ops.quote_name
    columns = [field.column for field in model._meta.local_concrete_fields if field.column in row.row]
    statement = _INSERT.format(table=quote(model._meta.db_table), columns=", ".join(map(quote, columns)))
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(row.row)])


def _fill(emptied: DeletedRow) -> None:
    column, value = emptied.row["column"], emptied.row["value"]
    rows = apps.get_model(emptied.model)._base_manager.filter(pk=emptied.primary_key, **{f"{column}__isnull": True})
    rows.update(**{column: value})


def _make_findable(rows: Iterable[DeletedRow]) -> None:
    """Write anew what is made from rows: the searches, what is used where, pictures in their sizes."""
    for row in rows:
        model = apps.get_model(row.model)
        if issubclass(model, Page):
            continue
        thing = model._base_manager.get(pk=row.primary_key)
        if ReferenceIndex.model_is_indexable(model):
            ReferenceIndex.create_or_update_for_object(thing)
        if issubclass(model, index.Indexed):
            index.insert_or_update_object(thing)
        index_record(thing)
        if isinstance(thing, AbstractImage):
            renditions.make.enqueue(thing.pk)
    pages = Page.objects.filter(pk__in=[row.primary_key for row in rows if row.model == "wagtailcore.Page"])
    for page in pages.specific():
        ReferenceIndex.create_or_update_for_object(page)
        index.insert_or_update_object(page)
    index_pages_later(pages.live())
    renew_all.enqueue()
