"""Entries for what has none yet, which was there before the index, or became public by other ways than publishing; and
all entries anew.
"""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.db.models import Model, Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Page

from sesec_portal.visibility.pages import public

from ..models import FORMAT, SearchEntry
from ..records import searched_records
from .documents import document_saved
from .entries import index_page
from .records import forget_gone, index_record, index_views, unindexed

T = TypeVar("T", bound=Model)

AT_ONCE = 500


def backfill() -> int:
    """Write the entries that are missing or were written by an earlier release; return how many of them.

    At most 500 of pages, of documents, and of each register.
    """
    missing = Q(search_entry=None) | Q(search_entry__format__lt=FORMAT)
    pages = public(Page.objects).filter(missing, alias_of=None, depth__gt=1).order_by("pk").specific()[:AT_ONCE]
    documents = get_document_model().objects.filter(missing).order_by("pk")[:AT_ONCE]
    written = 0
    for page in pages:
        index_page(page)
        written += 1
    for document in documents:
        document_saved(document)
        written += 1
    for records in searched_records().values():
        written += sum(index_record(record) for record in unindexed(records)[:AT_ONCE])
    return written + index_views()


def rebuild() -> int:
    """Write the entries of all pages, documents, registers and views anew, 500 at a time; return how many there are."""
    pages, documents = Page.objects.filter(depth__gt=1).specific(), get_document_model().objects.all()
    count = _each(pages, index_page) + _each(documents, document_saved)
    forget_gone()
    for records in searched_records().values():
        count += _each(records.model._default_manager.all(), index_record)
    SearchEntry.objects.filter(key__startswith="view/").delete()
    return count + index_views()


def _each(things: QuerySet[T], write: Callable[[T], object]) -> int:
    last, count = 0, 0
    while some := list(things.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        # One change for the pages in memory, however many entries it has.
        with transaction.atomic():
            for thing in some:
                write(thing)
        last, count = some[-1].pk, count + len(some)
    return count
