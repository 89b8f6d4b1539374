"""Which documents anybody may have."""

from django.db.models.expressions import RawSQL
from wagtail.documents import get_document_model
from wagtail.models import Page

from sesec_portal.pagecache.memo import once_per_generation

_HIDDEN = """
    SELECT document.id FROM wagtailcore_collectionviewrestriction
      JOIN wagtailcore_collection private ON private.id = wagtailcore_collectionviewrestriction.collection_id
      JOIN wagtailcore_collection collection ON starts_with(collection.path, private.path)
      JOIN {documents} document ON document.collection_id = collection.id
"""


def hidden_documents() -> RawSQL:
    """Return the primary keys of the documents that not everybody may have: a subquery.

    Documents are public in collections that neither they nor a collection above them keep private: the rule by which
    Wagtail serves them (`wagtail.documents.wagtail_hooks.check_view_restrictions`).
    """
    table = get_document_model()._meta.db_table
    return RawSQL(_HIDDEN.format(documents=table), ())  # noqa: S611  nothing of a request is in it


def is_public(key: int) -> bool:
    """Tell whether anybody may have the document with this key."""
    return get_document_model().objects.filter(pk=key).exclude(pk__in=hidden_documents()).exists()


def is_told_on(page: Page | None, key: int | None) -> bool:
    """Tell whether readers of a page may know of the document with this key: of a private one not where all may read.

    Without a key there is nothing to hide.
    """
    return not (key and getattr(page, "is_open_to_all", False) and key in hidden_document_keys())


@once_per_generation
def hidden_document_keys() -> frozenset[int]:
    """Return the same keys as a set, asked for once while nothing changes."""
    return frozenset(get_document_model().objects.filter(pk__in=hidden_documents()).values_list("pk", flat=True))
