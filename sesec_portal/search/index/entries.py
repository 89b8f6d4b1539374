"""How an entry is written."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.contrib.postgres.search import CombinedSearchVector, SearchVector
from django.db.models import Value
from django.utils import translation
from django_tasks import task
from wagtail.models import Page
from wagtail.query import PageQuerySet

from sesec_portal.edtf.clock import day_of
from sesec_portal.languages.pages import is_fallback
from sesec_portal.languages.segmentation import words_to_index
from sesec_portal.media.models import PortalDocument

from ..facets import columns_of
from ..models import CONFIG, SearchEntry
from .vocabulary import remember

T = TypeVar("T")

LONGEST_TEXT = 100_000
_WRITTEN = [field.name for field in SearchEntry._meta.fields if field.name not in {"id", "page", "document"}]


def index_page(page: Page) -> None:
    """Write the entry of a page, or take it out if readers cannot read the page or it stands in for another."""
    if not hasattr(page, "facets") or not page.live or is_fallback(page) or page.get_view_restrictions().exists():
        SearchEntry.objects.filter(page_id=page.pk).delete()
        return
    _write(entry_of(page), "page", " ".join(_in_its_language(page, page.search_synonyms)))


def entry_of(page: Page) -> SearchEntry:
    """Return the entry of a page as it should be, without what PostgreSQL makes of its words."""
    facets, text = _in_its_language(page, page.facets), _in_its_language(page, page.shown_text)
    published = page.last_published_at and day_of(page.last_published_at)
    years = [published.year] if facets.spans is None and published else facets.years
    return SearchEntry(
        page_id=page.pk,
        kind=page.search_type,
        language=page.locale.language_code,
        translation_key=page.translation_key,
        title=page.title,
        summary=page.summary,
        text="\n".join(text)[:LONGEST_TEXT],
        **columns_of(facets.about),
        years=years,
        day=facets.last_day or published,
        sample=facets.sample,
    )


def _in_its_language(page: Page, question: Callable[[], T]) -> T:
    with translation.override(page.locale.language_code):
        return question()


@task()
def index_pages(numbers: Sequence[int]) -> None:
    """Write the entries of pages, by their primary keys, once more: something else that they show has changed."""
    for page in Page.objects.filter(pk__in=numbers).specific():
        index_page(page)


def index_pages_later(pages: PageQuerySet) -> None:
    """Have the entries of these pages written by the worker: what it has to do is committed with what has changed."""
    numbers = list(pages.values_list("pk", flat=True))
    if numbers:
        index_pages.enqueue(numbers)


def index_document(document: PortalDocument, text: str = "", file_hash: str = "") -> None:
    """Write the entry of a document, with the text that was read in the file with this hash."""
    added = day_of(document.created_at)
    entry = SearchEntry(
        document_id=document.pk,
        kind="document",
        language=document.language,
        title=document.title,
        text=text[:LONGEST_TEXT],
        file_hash=file_hash,
        years=[added.year],
        day=added,
        sample=False,
    )
    _write(entry, "document")


def _write(entry: SearchEntry, thing: str, synonyms: str = "") -> None:
    entry.title_vector = _vector((entry.title, "A"))
    entry.vector = _vector((entry.title, "A"), (synonyms, "B"), (entry.summary, "B"), (entry.text, "C"))
    SearchEntry.objects.bulk_create([entry], update_conflicts=True, unique_fields=[thing], update_fields=_WRITTEN)
    remember(f"{entry.title} {entry.summary} {entry.text}")


def _vector(*weighted: tuple[str, str]) -> SearchVector | CombinedSearchVector:
    vectors = [SearchVector(Value(words_to_index(text)), weight=weight, config=CONFIG) for text, weight in weighted]
    return sum(vectors[1:], vectors[0])
