"""Uploaded files, and the rows that name them."""

import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from sesec_portal.bin.emptying import files_of
from sesec_portal.bin.models import Deletion
from sesec_portal.media.models import PortalRendition
from sesec_portal.media.uploads.storage import file_fields

from ..backup import media
from .problem import Problem, listed

# An upload's file is there before its row.
_SETTLED = 3600


def problems() -> Iterator[Problem]:
    """Yield rows whose file is missing, and files that no row names."""
    for model, missing in media.missing().items():
        again = "manage.py wagtail_update_image_renditions" if model is PortalRendition else "restore a backup"
        yield Problem(f"{model._meta.label} whose file is missing: {listed(missing)}", again)
    if unnamed := {name for name in strays() if _is_settled(name)}:
        yield Problem(
            f"files that nothing in the database names: {listed(unnamed)}", f"delete them in {settings.MEDIA_ROOT}"
        )


def strays() -> set[str]:
    """Return the files that neither a row nor the bin names; an upload's is among them until its row is there."""
    there = set(media.files())
    named = {name for deletion in Deletion.objects.all() for name in files_of(deletion)}
    for model, field in file_fields():
        named |= set(model._base_manager.filter(**{f"{field}__in": there}).values_list(field, flat=True))
    return there - named


def _is_settled(name: str) -> bool:
    try:
        return time.time() - Path(settings.MEDIA_ROOT, name).stat().st_mtime > _SETTLED
    except FileNotFoundError:
        return False
