"""The sizes in which readers get pictures; each is made when a picture is uploaded, so that no reader waits for it."""

from collections.abc import Sequence

from django.db.models import Prefetch, prefetch_related_objects
from django.db.models.signals import post_delete, post_save
from django_tasks import task

from .models import PortalImage, PortalRendition

# As the templates ask for them.
FIGURE = "width-960|format-webp"
LOGO = "max-240x120|format-webp"
PORTRAIT = "fill-192x240|format-webp"


@task
def make(image_id: int) -> None:
    """Make what is missing of a picture in the sizes of the portal."""
    for image in PortalImage.objects.filter(pk=image_id):
        image.get_renditions(FIGURE, LOGO, PORTRAIT)


def prefetch(images: Sequence[PortalImage], size: str) -> None:
    """Fetch the renditions of some pictures in a size by one query."""
    renditions = PortalRendition.objects.filter(filter_spec=size)
    prefetch_related_objects(images, Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions"))


def connect() -> None:
    """Have renditions made of each picture that is saved, from now on, by the worker."""
    post_save.connect(_saved, sender=PortalImage)
    # When a picture gets another file, Wagtail saves it first and then deletes the renditions of the former file.
    post_delete.connect(_deleted, sender=PortalRendition)


def _saved(instance: PortalImage, **kwargs: object) -> None:
    make.enqueue(instance.pk)


def _deleted(instance: PortalRendition, **kwargs: object) -> None:
    make.enqueue(instance.image_id)
