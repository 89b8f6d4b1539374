"""Uploaded files, and the rows that name them."""

import time
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import FileField

from ..backup import media
from ..models import PortalRendition
from .problem import Problem, listed

# An upload's file is there before its row.
_SETTLED = 3600


def problems():
    """Yield rows whose file is missing, and files that no row names."""
    named = set()
    for model in apps.get_models():
        names = _named_by(model)
        named |= names
        if missing := {name for name in names if not default_storage.exists(name)}:
            again = "manage.py wagtail_update_image_renditions" if model is PortalRendition else "restore a backup"
            yield Problem(f"{model._meta.label} whose file is missing: {listed(missing)}", again)
    strays = {name for name in media.files() if name not in named and _is_settled(name)}
    if strays:
        yield Problem(
            f"files that nothing in the database names: {listed(strays)}", f"delete them in {settings.MEDIA_ROOT}"
        )


def _named_by(model):
    fields = [field.attname for field in model._meta.local_fields if isinstance(field, FileField)]
    rows = model._base_manager.values_list(*fields).iterator() if fields else ()
    return {name for row in rows for name in row if name}


def _is_settled(name):
    try:
        return time.time() - Path(settings.MEDIA_ROOT, name).stat().st_mtime > _SETTLED
    except FileNotFoundError:
        return False
