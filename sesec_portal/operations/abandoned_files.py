"""Files that nobody will ask for again: uploads that were never finished, and those whose process was killed."""

import time
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from wagtail.models import UploadedFile

from sesec_portal.media.uploads.storage import UPLOADS
from sesec_portal.spreadsheets.models import Upload

from .verification.files import strays

# Seconds after which nobody comes back to finish an upload.
_PATIENCE = 24 * 60 * 60


def remove() -> None:
    """Remove uploads that have waited for a day to be gone on with, and upload files that no row has named for one."""
    Upload.objects.remove_old()
    for upload in UploadedFile.objects.all():
        if not upload.file or _is_old(upload.file.name):
            name = upload.file.name
            upload.delete()
            if name:
                default_storage.delete(name)
    for name in strays():
        if name.startswith(UPLOADS) and _is_old(name):
            default_storage.delete(name)


def _is_old(name: str) -> bool:
    """Tell whether a file has been in its place for a day; a restore puts old files in their places today."""
    try:
        return time.time() - Path(settings.MEDIA_ROOT, name).stat().st_ctime > _PATIENCE
    except FileNotFoundError:
        return True
