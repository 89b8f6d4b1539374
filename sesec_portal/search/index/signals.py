"""The index follows what editors do."""

from django.db.models.signals import post_save
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from sesec_portal.media.models import PortalDocument

from ..models import SearchEntry
from .documents import document_saved
from .entries import index_page


def connect() -> None:
    """Keep the index in step with pages and documents, from now on."""
    for signal in (page_published, post_page_move):
        signal.connect(_page_changed)
    page_unpublished.connect(_page_hidden)
    post_save.connect(_document_saved, sender=get_document_model())


def _page_changed(instance: Page, **kwargs: object) -> None:
    index_page(instance)


def _page_hidden(instance: Page, **kwargs: object) -> None:
    # Also told of a page that is about to be deleted, whose row says that it is published still.
    SearchEntry.objects.filter(page_id=instance.pk).delete()


def _document_saved(instance: PortalDocument, raw: bool, **kwargs: object) -> None:
    if not raw:
        document_saved(instance)
