"""A result as its reader sees it."""

from dataclasses import dataclass

from django.utils.translation import get_language
from wagtail.models import Page

from sesec_portal.core.languages import is_stand_in, shown_to_reader

from .extracts import Marker, Part
from .kinds import KINDS


@dataclass(frozen=True)
class Result:
    """Something found: its title and an extract with the words found marked, its kind, and what to open.

    `page` is the page to open, None for a document. `language` is that of the words, where it is not the reader's.
    """

    title: list[Part]
    extract: list[Part]
    kind: str
    language: str
    page: Page | None
    document: object
    sample: bool


def results(entries):
    """Return a Result for each search entry; needs `ranked`. Entries come with their pages and documents."""
    entries = list(entries.select_related("page__locale", "document"))
    pages = _pages_to_open(entries)
    return [_result(entry, pages.get(entry.page_id)) for entry in entries]


def _result(entry, page):
    marker = Marker(getattr(entry, "asked", ""))
    kind = KINDS.get(entry.kind, KINDS["page"])[0]
    language = "" if entry.language == get_language() else entry.language
    extract = _best_extract(marker, entry)
    return Result(marker.marked(entry.title), extract, kind, language, page, entry.document, entry.sample)


def _best_extract(marker, entry):
    """The summary, unless the text holds more of the words found."""
    in_summary = len({word for _, _, word in marker.hits(entry.summary)})
    parts, in_text = marker.extract(entry.text)
    return parts if in_text > in_summary else marker.marked(entry.summary)


def _pages_to_open(entries):
    """The pages by the primary keys of those found: a reader's stand-in for a page in another language."""
    pages = {entry.page_id: entry.page for entry in entries if entry.page}
    foreign = [entry.page for entry in entries if entry.page and entry.language != get_language()]
    for page in shown_to_reader(foreign) if foreign else ():
        if is_stand_in(page.shown):
            pages[page.pk] = page.shown
    return pages
