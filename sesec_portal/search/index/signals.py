"""The index follows what editors do."""

from django.db.models.signals import post_save
from wagtail.documents import get_document_model
from wagtail.signals import page_published, page_unpublished, post_page_move

from .documents import document_saved
from .entries import index_page


def connect():
    """Keep the index in step with pages and documents, from now on."""
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(_page_changed)
    post_save.connect(_document_saved, sender=get_document_model())


def _page_changed(instance, **kwargs):
    index_page(instance)


def _document_saved(instance, raw, **kwargs):
    if not raw:
        document_saved(instance)
