"""A folder of uploads that takes no file: what is said of it, and how it is noticed before anything is lost."""

import errno
from uuid import uuid4

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

_FULL = (errno.ENOSPC, errno.EDQUOT)
_CLOSED = (errno.EROFS, errno.EACCES)


def sentence_of(fault: BaseException) -> str:
    """Return what to tell whoever sent a file that could not be stored; "" where the fault is another one."""
    number = fault.errno if isinstance(fault, OSError) else None
    if number in _FULL:
        return _("There is no room left for files, and nothing was saved. Tell the operator of the portal.")
    if number in _CLOSED:
        return _("Files cannot be written at the moment, and nothing was saved. Tell the operator of the portal.")
    return ""


def try_to_store(file: UploadedFile) -> str:
    """Store a file and remove it again; return what keeps it from being stored, "" where nothing does.

    A form that asks before it saves can say so beside the file, with everything else as it was typed.
    """
    try:
        default_storage.delete(default_storage.save(f"wagtail_uploads/{uuid4().hex}", file))
    except OSError as fault:
        return sentence_of(fault)
    finally:
        file.seek(0)
    return ""
