"""Whether a document is what its name says."""

import codecs
import struct
import zipfile
from collections.abc import Mapping

from django.core.files import File
from django.utils.translation import gettext as _

_PDF = b"%PDF-"
_OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
_TEXT = ("csv", "txt")
_MACROS = ("vbaproject.bin", "vbadata.xml")

# Office writes some dozens of parts; a list of its parts of this size has thousands.
_LONGEST_LIST = 1024 * 1024
_LARGEST_UNPACKED = 300 * 1024 * 1024
_END_OF_LIST, _END_OF_LARGE_LIST = b"PK\x05\x06", b"PK\x06\x07"
_FARTHEST_END = 22 + 65535


def refusal(file: File, extension: str) -> str | None:
    """Return the sentence that says why a file cannot be taken under an extension; None if it can.

    Looks into the file, as far as its kind needs: at its first bytes, or at the list of its parts. Unpacks nothing.
    """
    file.seek(0)
    if extension == "pdf":
        genuine = file.read(len(_PDF)) == _PDF
    elif extension in _TEXT:
        genuine = _is_text(file)
    else:
        return _refusal_of_archive(file, extension)
    return None if genuine else _is_not(extension)


def _is_not(extension: str) -> str:
    sentence = _("The content of this file is not what its name says (.%(extension)s). Save it anew from its program.")
    return sentence % {"extension": extension}


def _is_text(file: File) -> bool:
    start = file.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    return b"\0" not in start and not any(b"\0" in chunk for chunk in file.chunks())


def _refusal_of_archive(file: File, extension: str) -> str | None:
    if not _has_short_list(file):
        return _is_not(extension)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = {part.filename: part for part in archive.infolist()}
            unpacked = sum(part.file_size for part in archive.infolist())
            if unpacked > _LARGEST_UNPACKED:
                return _("Unpacked, this file is too large to be opened.")
            if any(name.lower().endswith(_MACROS) for name in parts):
                return _("This file contains macros. Save it without them.")
            genuine = _is_office(parts, extension) or _is_open_document(archive, parts, extension)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        genuine = False
    return None if genuine else _is_not(extension)


def _has_short_list(file: File) -> bool:
    """Tell whether the list of an archive's parts, which Python reads as a whole, is of a sensible length."""
    file.seek(max(0, file.size - _FARTHEST_END))
    end = file.read()
    place = end.rfind(_END_OF_LIST)
    if place < 0 or len(end) < place + 22 or _END_OF_LARGE_LIST in end[:place]:
        return False
    (length,) = struct.unpack_from("<L", end, place + 12)
    return length <= _LONGEST_LIST


def _is_office(parts: Mapping[str, zipfile.ZipInfo], extension: str) -> bool:
    return "[Content_Types].xml" in parts and _OFFICE.get(extension) in parts


def _is_open_document(archive: zipfile.ZipFile, parts: Mapping[str, zipfile.ZipInfo], extension: str) -> bool:
    wanted = _OPEN_DOCUMENT.get(extension)
    if not wanted or "mimetype" not in parts or parts["mimetype"].file_size > len(wanted) + 8:
        return False
    return archive.read("mimetype").strip() == wanted
