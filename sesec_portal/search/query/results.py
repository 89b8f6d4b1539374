"""A result as its reader sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import get_language
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page
from wagtail.query import PageQuerySet

from sesec_portal.languages.pages import is_fallback, with_language

from ..models import SearchEntry
from .kinds import TEXT, kinds
from .snippets import Highlighter, Part


@dataclass(frozen=True)
class Result:
    """Something found: its title and an extract with the words found marked, its kind, and what to open.

    `page` is the page to open, None for a document. `language` is that of the words, where it is not the reader's.
    """

    title: list[Part]
    snippet: list[Part]
    kind: str | Promise
    language: str
    page: Page | None
    document: AbstractDocument | None
    sample: bool

    @property
    def kind_in_full(self) -> str | Promise:
        """The kind, and of a document its format and its size."""
        if not self.document:
            return self.kind
        return f"{self.kind} · {self.document.file_extension.upper()}, {filesizeformat(self.document.file_size)}"


def results(entries: Sequence[SearchEntry], pages: PageQuerySet) -> list[Result]:
    """Return a Result for each search entry, in order.

    Arguments: the entries, `ranked`, with their pages and documents; and the published, public pages.
    """
    texts = [text for entry in entries for text in (entry.title, entry.summary, entry.text)]
    highlighter = Highlighter(entries[0].tsquery if entries else "", texts)
    to_open = _pages_to_open(entries, pages)
    return [_result(entry, to_open.get(entry.page_id), highlighter) for entry in entries]


def _result(entry: SearchEntry, page: Page | None, highlighter: Highlighter) -> Result:
    kind = kinds().get(entry.kind, kinds()[TEXT]).one
    language = "" if entry.language == get_language() else entry.language
    snippet = _best_snippet(highlighter, entry)
    return Result(highlighter.marked(entry.title), snippet, kind, language, page, entry.document, entry.sample)


def _best_snippet(highlighter: Highlighter, entry: SearchEntry) -> list[Part]:
    """The summary, unless the text holds more of the words found."""
    in_summary = len({word for _, _, word in highlighter.hits(entry.summary)})
    parts, in_text = highlighter.snippet(entry.text)
    return parts if in_text > in_summary else highlighter.marked(entry.summary)


def _pages_to_open(entries: Sequence[SearchEntry], public: PageQuerySet) -> dict[int | None, Page]:
    """The pages to open, by the primary keys of those found: of a page in another language the reader's fallback."""
    pages = {entry.page_id: entry.page for entry in entries if entry.page}
    foreign = {
        entry.translation_key: entry.page_id for entry in entries if entry.page and entry.language != get_language()
    }
    if foreign and get_language() != settings.LANGUAGE_CODE:
        there = public.filter(translation_key__in=foreign, locale__language_code=get_language())
        pages |= {foreign[page.translation_key]: page for page in with_language(there) if is_fallback(page)}
    return pages
