"""Entries of registers and views in the index, once for each language."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from django.db.models import CharField, Exists, Model, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import translation

from ..facets import columns_of
from ..models import FORMAT, SearchEntry
from ..records import LANGUAGES, Description, SearchedRecords, SearchedView, searched_records, searched_views
from .writing import LONGEST_TEXT, write

# From which the same thing in both languages has the same key, as translations of a page have.
_THINGS = UUID("0b8f1d0e-3f43-4a55-9c3e-2a7c0c1d5b6f")


def index_record(record: Model) -> bool:
    """Write what is found of an entry of a register, or take it out where readers may not know of it.

    Returns whether anything is found of it.
    """
    entries = entries_of(record)
    if not entries:
        forget_record(record)
    for entry, described in entries:
        write(entry, described.words, names=described.names)
    return bool(entries)


def index_records(records: Iterable[Model]) -> None:
    """Write what is found of several, of each once."""
    for record in dict.fromkeys(records):
        index_record(record)


def forget_record(record: Model) -> None:
    """Take what is found of an entry of a register out of the index."""
    if records := searched_records().get(type(record)):
        SearchEntry.objects.filter(key__in=[records.key(record.pk, language) for language in LANGUAGES]).delete()


def entries_of(record: Model) -> list[tuple[SearchEntry, Description]]:
    """Return what should be found of an entry of a register: for each language an entry, and its Description.

    Nothing where readers may not know of it, or no public page shows it.
    """
    records = searched_records().get(type(record))
    # As it is published: what is in hand may be a draft.
    row = records.rows().filter(pk=record.pk).first() if records else None
    if not records or not row:
        return []
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            described = records.describe(row)
            if not described or not described.page.live or described.page.get_view_restrictions().exists():
                return []
            found.append((_entry(records, row, described, language), described))
    return found


def _entry(records: SearchedRecords, record: Model, described: Description, language: str) -> SearchEntry:
    facets = described.facets
    return SearchEntry(
        key=records.key(record.pk, language),
        shown_on_id=described.page.pk,
        rest=described.rest,
        kind=records.name,
        language=language,
        translation_key=uuid5(_THINGS, f"{records.name}/{record.pk}"),
        title=described.title[:255],
        summary=described.summary,
        text=described.text[:LONGEST_TEXT],
        **columns_of(facets.about),
        years=facets.years,
        day=facets.last_day,
        sample=facets.sample,
    )


def unindexed(records: SearchedRecords) -> QuerySet:
    """Return the rows of a register that readers may know of and that have no entry of this release."""
    key = Concat(Value(f"{records.name}/"), Cast(OuterRef("pk"), CharField()), Value(f"/{LANGUAGES[0]}"))
    return records.rows().exclude(Exists(SearchEntry.objects.filter(key=key, format=FORMAT)))


def forget_gone() -> None:
    """Take out entries of rows that are gone, and of views that are there no more."""
    for records in searched_records().values():
        rows = records.model._default_manager.values_list("pk", flat=True)
        there = [records.key(key, language) for key in rows for language in LANGUAGES]
        SearchEntry.objects.filter(key__startswith=f"{records.name}/").exclude(key__in=there).delete()
    SearchEntry.objects.filter(key__startswith="view/").exclude(key__in=searched_views()).delete()


def index_views() -> int:
    """Write the entries of views that are missing; return how many were."""
    views = searched_views()
    known = SearchEntry.objects.filter(key__in=views, format=FORMAT).values_list("key", flat=True)
    missing = views.keys() - known
    for key in sorted(missing):
        language = key.rpartition("/")[2]
        with translation.override(language):
            write(_entry_of_view(views[key], key, language), str(views[key].words))
    return len(missing)


def _entry_of_view(view: SearchedView, key: str, language: str) -> SearchEntry:
    return SearchEntry(
        key=key,
        kind="page",
        language=language,
        translation_key=uuid5(_THINGS, view.key("")),
        title=str(view.title),
        summary=str(view.summary),
        years=[],
        sample=False,
    )
