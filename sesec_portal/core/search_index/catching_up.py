"""Entries for what has none yet: what was there before the index, or became public by other ways than publishing."""

from wagtail.documents import get_document_model
from wagtail.models import Page

from .documents import document_saved
from .entries import index_page

AT_ONCE = 500


def catch_up():
    """Write the entries that are missing, at most 500 of pages and of documents; return how many were missing."""
    pages = Page.objects.live().public().filter(search_entry=None, alias_of=None, depth__gt=1)
    documents = get_document_model().objects.filter(search_entry=None)
    missing = list(pages.order_by("pk").specific()[:AT_ONCE]), list(documents.order_by("pk")[:AT_ONCE])
    for page in missing[0]:
        index_page(page)
    for document in missing[1]:
        document_saved(document)
    return sum(map(len, missing))
