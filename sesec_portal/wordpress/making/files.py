"""Attachments become pictures and documents, through the forms by which editors upload them."""

import hashlib
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from sesec_portal.media.former_files import keep
from sesec_portal.media.models import PortalDocument, PortalImage

from ..export.items import Item, plain

File = PortalImage | PortalDocument
_UPLOADS = "/wp-content/uploads/"


class Refused(ValueError):
    """Raised for a file that the portal does not take; its text says why."""


def find(folder: Path, item: Item) -> Path | None:
    """Return the file of an attachment in a folder that has them as WordPress' uploads have; None where it is not."""
    address = unquote(urlsplit(item.file_address).path)
    places = [item.meta.get("_wp_attached_file", ""), address.partition(_UPLOADS)[2], address.lstrip("/")]
    root = folder.resolve()
    for place in filter(None, places):
        if "\0" in place:
            continue
        path = (root / place.lstrip("/")).resolve()
        if path.is_relative_to(root) and path.is_file():
            return path
    return None


def description(item: Item) -> tuple[str, list[str]]:
    """Return the alternative text of a picture, and what is to be said of it."""
    said = plain(item.meta.get("_wp_attachment_image_alt", ""))
    if said:
        return said[:255], []
    return (_title(item)[:255], ["no alternative text in the export: its title stands there"])


def digest(path: Path, item: Item) -> str:
    """Return the digest of a file and of what the export says of it."""
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    return hashlib.sha256("\n".join([content, _title(item), description(item)[0]]).encode()).hexdigest()


def left_as(thing: File) -> str:
    """Return the digest of a picture or document as it is now."""
    said = [thing.title, getattr(thing, "description", ""), thing.get_file_hash()]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def save(path: Path, item: Item, thing: File | None = None) -> File:
    """Store a file as a new picture or document, or in the place of one, and return it. Raises Refused."""
    extension = path.suffix.lower().removeprefix(".")
    is_picture = extension in settings.WAGTAILIMAGES_EXTENSIONS
    model, most = (
        (PortalImage, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
        if is_picture
        else (PortalDocument, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    )
    if thing and not isinstance(thing, model):
        raise Refused("a picture has become a document in the export, or the other way round")
    # Before it is read: the forms look at what they hold in memory.
    if path.stat().st_size > most:
        raise Refused(f"its file is larger than {most // 1024 // 1024} MB")
    said = {"title": _title(item)[:255], "collection": Collection.get_first_root_node().pk}
    said |= {"description": description(item)[0]} if is_picture else {"language": getattr(thing, "language", "en")}
    make = get_image_form if is_picture else get_document_form
    # Before the form puts another in its place.
    former = str(thing.file.name) if thing else None
    form = make(model)(said, {"file": SimpleUploadedFile(path.name, path.read_bytes())}, instance=thing or model())
    if not form.is_valid():
        raise Refused(" ".join(error for errors in form.errors.values() for error in errors))
    if thing and former:
        keep(thing, former, None)
        # Wagtail's form would delete the file at once; a run that fails, or is for show, still needs it.
        form.original_file = None
        transaction.on_commit(partial(default_storage.delete, former), robust=True)
    saved = form.save()
    if former and is_picture:
        saved.renditions.all().delete()
    return saved


def _title(item: Item) -> str:
    return item.words_of_title or Path(urlsplit(item.file_address).path).name or item.guid
