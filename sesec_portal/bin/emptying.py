"""What has been in the bin for ninety days is gone for good."""

from functools import partial

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import FileField
from django.utils import timezone

from sesec_portal.media.models import FormerFile

from .models import KEPT, Deletion


def empty_the_bin() -> None:
    """Forget what was deleted or replaced more than ninety days ago, its files included."""
    last = timezone.now() - KEPT
    for deletion in Deletion.objects.filter(deleted_at__lt=last):
        forget(deletion)
    FormerFile.objects.filter(replaced_at__lt=last).delete()


@transaction.atomic
def forget(deletion: Deletion) -> None:
    """Forget what one deletion took for good, its files included."""
    for name in files_of(deletion):
        transaction.on_commit(partial(default_storage.delete, name), robust=True)
    deletion.delete()


def files_of(deletion: Deletion) -> list[str]:
    """Return the names of the files that one deletion keeps, for which no row stands any more."""
    names = []
    for row in deletion.rows.filter(is_emptied_key=False):
        model = apps.get_model(row.model)
        for field in model._meta.local_fields:
            name = row.row.get(field.column) if isinstance(field, FileField) else None
            if name and not model._base_manager.filter(**{field.name: name}).exists():
                names.append(name)
    return names
