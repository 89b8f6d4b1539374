"""Which entries any reader may find."""

from django.db.models import Q
from django.db.models.expressions import RawSQL
from wagtail.documents import get_document_model

from sesec_portal.core.page_cache.edition import once_an_edition
from sesec_portal.core.visibility import hidden_pages

_HIDDEN_DOCUMENTS = """
    SELECT document.id FROM wagtailcore_collectionviewrestriction
      JOIN wagtailcore_collection private ON private.id = wagtailcore_collectionviewrestriction.collection_id
      JOIN wagtailcore_collection collection ON starts_with(collection.path, private.path)
      JOIN core_portaldocument document ON document.collection_id = collection.id
"""


def open_to_readers():
    """Return the condition that an entry is of a published, public page or of a public document at this moment.

    Documents are public in collections that neither they nor a collection above them keep private: the rule by which
    Wagtail serves them (`wagtail.documents.wagtail_hooks.check_view_restrictions`). What is hidden is asked for, as it
    is little beside what is public, and mostly has no entry at all.
    """
    public_page = Q(page=None) | ~Q(page__in=hidden_pages())
    return public_page & (Q(document=None) | ~Q(document__in=_hidden()))


@once_an_edition
def hidden_documents():
    """Return the keys of the documents that not everybody may have."""
    return frozenset(get_document_model().objects.filter(pk__in=_hidden()).values_list("pk", flat=True))


def _hidden():
    return RawSQL(_HIDDEN_DOCUMENTS, ())  # noqa: S611  nothing of a request is in it
