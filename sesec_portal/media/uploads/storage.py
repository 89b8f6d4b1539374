"""Where uploads are kept, without files that no row names."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import PurePosixPath

from django.apps import apps
from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import DatabaseError
from django.db.models import FileField, Model
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse
from django.utils.deconstruct import deconstructible

# Where editors' files go, by way of the multiple uploader too.
UPLOADS = ("original_images/", "documents/", "wagtail_uploads/", "avatar_images/", "former/")

# In bytes, without the ending and what makes it unique; ext4, NTFS and APFS take 255 or more.
_LONGEST = 150

_written: ContextVar[list[str] | None] = ContextVar("files written while a request is answered", default=None)


@deconstructible(path="sesec_portal.media.uploads.storage.UploadStorage")
class UploadStorage(FileSystemStorage):
    """Files in a folder; it remembers what is written while a request is answered, in part or whole."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Return a name that is free and that a file system takes, which counts bytes: a Chinese character is three."""
        path = PurePosixPath(name)
        stem = path.stem
        while len(stem.encode()) > _LONGEST:
            stem = stem[:-1]
        return super().get_available_name(str(path.with_name(stem + path.suffix)), max_length)

    def _save(self, name: str, content: File) -> str:
        written = _written.get()
        try:
            name = super()._save(name, content)  # type: ignore[misc]  # every storage of Django has it
        except OSError:
            # What a full disk has cut off; in a request, once its transaction is over.
            if written is None and not _is_named(name):
                with suppress(OSError):
                    self.delete(name)
            raise
        finally:
            if written is not None:
                written.append(name)
        return name


def is_new(file: FieldFile) -> bool:
    """Tell whether the file of a model's field, or no file at all, waits to be written into the storage."""
    return bool(file) and not file._committed  # type: ignore[attr-defined]  # Django's own, in no stub


def delete_orphaned_files(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Remove, after each request, the uploads it wrote that no row names: rolled back, or cut off by a full disk."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with without_orphans():
            return get_response(request)

    return middleware


@contextmanager
def without_orphans() -> Iterator[None]:
    """Remove, at the end, the uploads written meanwhile that no row names; transactions are to be over by then."""
    written: list[str] = []
    token = _written.set(written)
    try:
        yield
    finally:
        _written.reset(token)
        for name in written:
            if name.startswith(UPLOADS) and not _is_named(name):
                # A folder that cannot be written holds nothing of it either.
                with suppress(OSError):
                    default_storage.delete(name)


def file_fields() -> Iterator[tuple[type[Model], str]]:
    """Yield each model's own fields that name files: the model, and the field's name."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, FileField):
                yield model, field.name


def _is_named(name: str) -> bool:
    """Tell whether any row names a file; also where the database cannot say."""
    try:
        return any(model._base_manager.filter(**{field: name}).exists() for model, field in file_fields())
    except DatabaseError:
        return True
