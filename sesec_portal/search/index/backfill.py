"""Entries for what has none yet, which was there before the index, or became public by other ways than publishing; and
all entries anew.
"""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Page

from sesec_portal.visibility.pages import public

from .documents import document_saved
from .entries import index_page

T = TypeVar("T", bound=Model)

AT_ONCE = 500


def backfill() -> int:
    """Write the entries that are missing, at most 500 of pages and of documents; return how many were missing."""
    pages = public(Page.objects).filter(search_entry=None, alias_of=None, depth__gt=1)
    documents = get_document_model().objects.filter(search_entry=None)
    missing = list(pages.order_by("pk").specific()[:AT_ONCE]), list(documents.order_by("pk")[:AT_ONCE])
    for page in missing[0]:
        index_page(page)
    for document in missing[1]:
        document_saved(document)
    return sum(map(len, missing))


def rebuild() -> int:
    """Write the entries of all pages and documents anew, 500 at a time; return how many there are."""
    pages, documents = Page.objects.filter(depth__gt=1).specific(), get_document_model().objects.all()
    return _each(pages, index_page) + _each(documents, document_saved)


def _each(things: QuerySet[T], write: Callable[[T], None]) -> int:
    last, count = 0, 0
    while some := list(things.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        # One change for the pages in memory, however many entries it has.
        with transaction.atomic():
            for thing in some:
                write(thing)
        last, count = some[-1].pk, count + len(some)
    return count
