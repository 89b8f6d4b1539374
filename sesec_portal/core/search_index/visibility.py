"""Which documents any reader may have."""

from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction


def public_documents():
    """Return the documents in collections that neither they nor a collection above them keep private.

    It is the rule by which Wagtail serves documents (`wagtail.documents.wagtail_hooks.check_view_restrictions`).
    """
    private = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    hidden = Q()
    for path in private:
        hidden |= Q(collection__path__startswith=path)
    documents = get_document_model().objects
    return documents.exclude(hidden) if hidden else documents.all()
