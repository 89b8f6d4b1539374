"""The former files of pictures and documents: kept when another takes their place, and brought back."""

from functools import partial
from pathlib import PurePosixPath

from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.signals import post_delete
from wagtail.search import index

from .in_use import File
from .models import FormerFile, PortalImage


def connect() -> None:
    """Have the file go with its row, from now on."""
    post_delete.connect(_deleted, sender=FormerFile)


def keep(thing: File, file: str, user: User | None) -> None:
    """Keep a copy of the file that a picture or document has had until now, as its address is the next one's."""
    if not default_storage.exists(file):
        return
    owner = {"picture": thing} if isinstance(thing, PortalImage) else {"document": thing}
    former = FormerFile(**owner, replaced_by=user)
    with default_storage.open(file) as content:
        former.file.save(PurePosixPath(file).name, content)


@transaction.atomic
def bring_back(former: FormerFile, user: User) -> None:
    """Put a former file in the place of the present one, which is kept in its turn."""
    thing = former.thing
    keep(thing, thing.file.name, user)
    place = thing._meta.get_field("file").generate_filename(thing, former.filename)
    default_storage.delete(thing.file.name)
    # Past the model's field, which would draw a picture anew.
    with former.file.open() as content:
        thing.file = default_storage.save(place, content)
    if isinstance(thing, PortalImage):
        thing.focal_point_x = thing.focal_point_y = thing.focal_point_width = thing.focal_point_height = None
        thing._set_image_file_metadata()
        thing.renditions.all().delete()
    else:
        thing._set_document_file_metadata()
    thing.save()
    index.insert_or_update_object(thing)
    former.delete()


def _deleted(instance: FormerFile, **kwargs: object) -> None:
    transaction.on_commit(partial(default_storage.delete, str(instance.file.name)), robust=True)
