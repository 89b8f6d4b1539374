"""How an entry is written."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db.models import Model
from django.utils import translation
from django_tasks import task
from wagtail.models import Page
from wagtail.query import PageQuerySet

from sesec_portal.edtf.clock import day_of
from sesec_portal.languages.pages import is_fallback
from sesec_portal.media.models import PortalDocument

from ..facets import columns_of
from ..models import SearchEntry
from ..records import searched_records
from .records import index_record
from .writing import LONGEST_TEXT, write

T = TypeVar("T")


def index_page(page: Page) -> None:
    """Write the entry of a page, or take it out if readers cannot read the page or it stands in for another."""
    if not hasattr(page, "facets") or not page.live or is_fallback(page) or page.get_view_restrictions().exists():
        SearchEntry.objects.filter(page_id=page.pk).delete()
        return
    words = "\n".join([*page.headings_in_text(), *_in_its_language(page, page.search_synonyms)])
    write(entry_of(page), words, " ".join(map(str, page.years_to_ask_about())), page.other_titles())


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
    write(entry)


def write_anew(entry: SearchEntry) -> None:
    """Write an entry anew, or take it out, as what it is of is now."""
    if entry.page:
        index_page(entry.page.specific)
    elif record := thing_of(entry):
        index_record(record)


def thing_of(entry: SearchEntry) -> Model | None:
    """Return the page, the document or the entry of a register that an entry is of; None where there is none."""
    name, number, *_language = [*(entry.key or "").split("/"), ""]
    model = next((records.model for records in searched_records().values() if records.name == name), None)
    return model._default_manager.filter(pk=number).first() if model else entry.page or entry.document
