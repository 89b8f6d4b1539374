"""The photos of a person: what shows them, and how they go."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ModelLogEntry, Page, ReferenceIndex, Revision

from partners.models import Person
from sesec_portal.core.drafts_in_use import waiting_versions
from sesec_portal.media.models import PortalImage

from .names import GAP


def photos_of(person: Person) -> list[PortalImage]:
    """Return the person's photo, and those that former versions name."""
    former = {version.content.get("photo") for version in Revision.objects.for_instance(person)}
    return list(PortalImage.objects.filter(pk__in=({person.photo_id} | former) - {None}).order_by("pk"))


def others_with(photo: PortalImage, person: Person) -> list[Model]:
    """Return what else uses a photo, published or in a draft."""
    used = {_key(thing): thing for thing, _ in ReferenceIndex.get_grouped_references_to(photo)}
    kind, key = ContentType.objects.get_for_model(photo).pk, str(photo.pk)
    for version in waiting_versions():
        thing = version.as_object()
        if any(found[:2] == (kind, key) for found in ReferenceIndex._extract_references_from_object(thing)):
            used[_key(thing)] = thing
    used.pop(_key(person), None)
    return list(used.values())


def remove(photo: PortalImage) -> None:
    """Delete a photo for good, with its file and all its sizes, and its title in the histories."""
    ModelLogEntry.objects.for_instance(photo).update(label=GAP, data={})
    photo.delete()


def _key(thing: Model) -> tuple[type, object]:
    return Page if isinstance(thing, Page) else type(thing), thing.pk
