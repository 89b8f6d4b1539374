"""The index follows what editors do."""

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from sesec_portal.core.records import Record
from sesec_portal.media.models import PortalDocument

from ..models import SearchEntry
from .documents import document_saved
from .entries import index_page
from .records import forget_record, index_record


def connect() -> None:
    """Keep the index in step with pages, documents and entries of registers, from now on."""
    for signal in (page_published, post_page_move):
        signal.connect(_page_changed)
    page_unpublished.connect(_page_hidden)
    post_save.connect(_document_saved, sender=get_document_model())
    # Of every model: which of them are searched is known when all apps are there.
    post_save.connect(_record_saved)
    post_delete.connect(_record_deleted)


def _page_changed(instance: Page, **kwargs: object) -> None:
    index_page(instance)


def _page_hidden(instance: Page, **kwargs: object) -> None:
    # Also told of a page that is about to be deleted, whose row says that it is published still.
    SearchEntry.objects.filter(page_id=instance.pk).delete()


def _document_saved(instance: PortalDocument, raw: bool, **kwargs: object) -> None:
    if not raw:
        document_saved(instance)


def _record_saved(sender: type[Model], instance: Model, raw: bool = False, **kwargs: object) -> None:
    # Also told of what is unpublished, made internal, emptied, or loses its consent: each of them saves the row.
    if issubclass(sender, Record) and not raw:
        index_record(instance)


def _record_deleted(sender: type[Model], instance: Model, **kwargs: object) -> None:
    if issubclass(sender, Record):
        forget_record(instance)
