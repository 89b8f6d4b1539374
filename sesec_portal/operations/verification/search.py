"""What readers and editors search in."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model, Q
from modelsearch.index import Indexed, get_indexed_models
from wagtail.documents import get_document_model
from wagtail.models import Page, get_page_models
from wagtail.search.models import IndexEntry

from sesec_portal.core.pages import BasePage
from sesec_portal.languages.pages import without_fallbacks
from sesec_portal.search.index.entries import entry_of
from sesec_portal.search.index.records import entries_of
from sesec_portal.search.models import SearchEntry
from sesec_portal.search.records import searched_records
from sesec_portal.visibility.pages import public

from .problem import Problem, listed


def problems() -> Iterator[Problem]:
    """Yield what readers or editors would miss in a search, or find though it is gone."""
    if pages := _wrong_pages():
        yield Problem(
            f"pages that readers find wrongly or not at all: {listed(pages)}", "manage.py rebuild_search_index"
        )
    if documents := _wrong_documents():
        yield Problem(
            f"documents that readers find wrongly or not at all: {listed(documents)}", "manage.py rebuild_search_index"
        )
    if records := _wrong_records():
        yield Problem(
            f"entries of registers that readers find wrongly or not at all: {listed(records)}",
            "manage.py rebuild_search_index",
        )
    for model in get_indexed_models():
        if missing := _indexable(model) - _indexed(model):
            yield Problem(f"{model._meta.label} that editors do not find: {listed(missing)}", "manage.py update_index")


def _wrong_pages() -> set[int]:
    models = [model for model in get_page_models() if issubclass(model, BasePage)]
    kinds = ContentType.objects.get_for_models(*models).values()
    readable = without_fallbacks(Page.objects.filter(live=True, content_type__in=kinds))
    missing = public(readable).filter(search_entry=None)
    entries = SearchEntry.objects.filter(page__isnull=False)
    wrong = entries.filter(~Q(page__in=readable.values("pk")) | ~Q(title=F("page__title")))
    return {*missing.values_list("pk", flat=True), *wrong.values_list("page", flat=True), *_older_entries()}


def _older_entries() -> Iterator[int]:
    """Yield the pages of which other words are found than they show now."""
    known = {entry.page_id: (entry.summary, entry.text) for entry in SearchEntry.objects.filter(page__isnull=False)}
    for page in Page.objects.filter(pk__in=known).specific().iterator():
        now = entry_of(page)
        if known[page.pk] != (now.summary, now.text):
            yield page.pk


def _wrong_documents() -> set[int]:
    missing = get_document_model().objects.filter(search_entry=None)
    wrong = SearchEntry.objects.filter(document__isnull=False).exclude(title=F("document__title"))
    return {*missing.values_list("pk", flat=True), *wrong.values_list("document", flat=True)}


def _wrong_records() -> set[str]:
    """Return the keys of what should be found of registers and is not, or is found in other words, or is gone."""
    should = {
        entry.key: _said(entry)
        for records in searched_records().values()
        for row in records.rows().iterator(chunk_size=500)
        for entry, _described in entries_of(row)
    }
    kept = (
        SearchEntry.objects.filter(key__isnull=False).exclude(key__startswith="view/").defer("vector", "title_vector")
    )
    found = {entry.key: _said(entry) for entry in kept}
    return {key or "" for key in should.keys() | found.keys() if should.get(key) != found.get(key)}


def _said(entry: SearchEntry) -> tuple[object, ...]:
    return entry.title, entry.summary, entry.text, entry.shown_on_id, entry.rest


def _indexable(model: type[Indexed]) -> set[str]:
    things = model.get_indexed_objects().order_by()
    # The root of the tree is made by a migration; there is nothing to find in it.
    things = things.filter(depth__gt=1) if model is Page else things
    return {str(pk) for pk in things.values_list("pk", flat=True)}


def _indexed(model: type[Model]) -> set[str]:
    kind = ContentType.objects.get_for_model(model)
    return set(IndexEntry.objects.filter(content_type=kind).values_list("object_id", flat=True))
