"""A source that was typed beside a fact is published with the fact."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ReferenceIndex

from .models import Source


def publish_what_it_cites(instance: Model, **kwargs: object) -> None:
    """Publish the sources that what was just published cites and that never were; whoever approved it saw them."""
    kind = ContentType.objects.get_for_model(Source).pk
    found = ReferenceIndex._extract_references_from_object(instance)
    keys = {key for type_id, key, *_place in found if type_id == kind}
    for source in Source.objects.filter(pk__in=keys, live=False, first_published_at=None):
        if source.latest_revision:
            source.latest_revision.publish()
