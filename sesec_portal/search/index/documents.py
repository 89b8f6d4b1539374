"""Documents: found by their title at once, and by the text of a PDF as soon as it is read."""

import logging

from django_tasks import task
from wagtail.documents import get_document_model

from sesec_portal.media.models import PortalDocument
from sesec_portal.media.pdf_text import Unreadable, text_of

from ..models import SearchEntry
from .entries import index_document

logger = logging.getLogger(__name__)


def document_saved(document: PortalDocument) -> None:
    """Write the entry of a document, and have the text of a new PDF read in the background."""
    known = SearchEntry.objects.filter(document_id=document.pk, file_hash=document.file_hash).exclude(file_hash="")
    text = known.values_list("text", flat=True).first()
    if text is not None:
        index_document(document, text, document.file_hash)
        return
    index_document(document)
    if document.file_extension.lower() == "pdf":
        read_document.enqueue(document.pk)


@task()
def read_document(number: int) -> None:
    """Write the entry of a document, by its primary key, with the text of its file; log a file that is unreadable."""
    document = get_document_model().objects.filter(pk=number).first()
    if not document:
        return
    try:
        with document.open_file() as file:
            text = text_of(file)
    except (OSError, Unreadable) as error:
        logger.warning("Document %s, “%s”, is found by its title only: %s", number, document.title, error)
        return
    index_document(document, text, document.get_file_hash())
