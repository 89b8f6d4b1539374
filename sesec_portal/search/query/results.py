"""A result as its reader sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page
from wagtail.query import PageQuerySet

from sesec_portal.core.as_of import AsOfMixin
from sesec_portal.languages.pages import is_fallback, with_language

from ..models import SearchEntry
from ..records import searched_views
from .kinds import TEXT, kinds
from .parameters import Query
from .snippets import Highlighter, Part


@dataclass(frozen=True)
class Result:
    """Something found: its title and an extract with the words found marked, its kind, and what to open.

    `page` is the page to open, and `rest` what follows its address; of a document and of a view it is None, and
    `address` is whole. `language` is that of the words, where it is not the reader's.
    """

    title: list[Part]
    snippet: list[Part]
    kind: str | Promise
    language: str
    page: Page | None
    rest: str
    address: str
    document: AbstractDocument | None
    sample: bool

    @property
    def kind_in_full(self) -> str | Promise:
        """The kind, and of a document its format and its size."""
        if not self.document:
            return self.kind
        return f"{self.kind} · {self.document.file_extension.upper()}, {filesizeformat(self.document.file_size)}"


def results(entries: Sequence[SearchEntry], query: Query, pages: PageQuerySet) -> list[Result]:
    """Return a Result for each search entry, in order.

    Arguments: the entries, `to_show`, with what they are of; the Query; and the published, public pages.
    """
    texts = [text for entry in entries for text in (entry.title, entry.summary, entry.text)]
    highlighter = Highlighter(entries[0].tsquery if entries else "", texts)
    to_open = _pages_to_open(entries, pages)
    return [_result(entry, query, to_open.get(entry.page_id or entry.shown_on_id), highlighter) for entry in entries]


def _result(entry: SearchEntry, query: Query, page: Page | None, highlighter: Highlighter) -> Result:
    kind = kinds().get(entry.kind, kinds()[TEXT]).one
    language = "" if entry.language == get_language() else entry.language
    snippet, rest = _best_snippet(highlighter, entry), _as_of(entry, query) or entry.rest
    document, address = entry.document, _address(entry)
    return Result(highlighter.marked(entry.title), snippet, kind, language, page, rest, address, document, entry.sample)


def _address(entry: SearchEntry) -> str:
    """The address of what is no page: of a document or a view."""
    if entry.document:
        return entry.document.url
    view = searched_views().get(entry.key or "")
    return f"{reverse(view.view)}{view.rest}" if view else ""


def _as_of(entry: SearchEntry, query: Query) -> str:
    """What leads to a register as it stood in the year asked about, which its page does not name."""
    if not query.year or not entry.page or not issubclass(entry.page.specific_class, AsOfMixin):
        return ""
    named = any(query.year in text for text in (entry.title, entry.summary, entry.text))
    return "" if named else f"as-of/{query.year}/"


def _best_snippet(highlighter: Highlighter, entry: SearchEntry) -> list[Part]:
    """The summary, unless the text holds more of the words found; of an entry of a register with its title."""
    summary = f"{entry.title}\n{entry.summary}" if entry.key else entry.summary
    in_summary = len({word for _, _, word in highlighter.hits(summary)})
    parts, in_text = highlighter.snippet(entry.text)
    return parts if in_text > in_summary else highlighter.marked(entry.summary)


def _pages_to_open(entries: Sequence[SearchEntry], public: PageQuerySet) -> dict[int | None, Page]:
    """The pages to open, by the primary keys of those found.

    Of a page in another language it is the reader's fallback; of an entry of a register, whose page is known in the
    first language, it is the reader's page.
    """
    pages = {page.pk: page for entry in entries if (page := entry.page or entry.shown_on)}
    fallbacks = {
        entry.page.translation_key: entry.page_id
        for entry in entries
        if entry.page and entry.language != get_language()
    }
    shown = {entry.shown_on.translation_key: entry.shown_on_id for entry in entries if entry.shown_on}
    if (fallbacks or shown) and get_language() != settings.LANGUAGE_CODE:
        there = public.filter(translation_key__in={*fallbacks, *shown}, locale__language_code=get_language())
        for page in with_language(there):
            if page.translation_key in shown:
                pages[shown[page.translation_key]] = page
            if page.translation_key in fallbacks and is_fallback(page):
                pages[fallbacks[page.translation_key]] = page
    return pages
