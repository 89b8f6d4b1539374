"""Files as somebody might upload them, honest and not."""

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image, ImageCms, PngImagePlugin

PLACE = "51.5074 N"
SIGNS = (b"SecretCamera", b"SecretAuthor", b"Exif", b"xmpmeta", b"SecretComment")
OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OPEN_DOCUMENT = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
MARKUP = b"<!doctype html><script>alert(1)</script>"


def _exif(orientation):
    exif = Image.Exif()
    exif[0x0110] = "SecretCamera"
    exif[0x013B] = "SecretAuthor"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 26.0)
    return exif.tobytes()


def photograph(kind, orientation=6):
    """Return a picture of 40 × 20 pixels, red on its left and blue on its right, with all that a camera writes.

    Orientation 6 says that it is to be turned a quarter clockwise: red comes to the top.
    """
    picture = Image.new("RGB", (40, 20), "red")
    picture.paste("blue", (20, 0, 40, 20))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"exif": _exif(orientation), "icc_profile": profile}
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SecretAuthor</x:xmpmeta>"
    if kind == "png":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", "SecretComment")
        text.add_itxt("XML:com.adobe.xmp", xmp.decode())
        options["pnginfo"] = text
    elif kind == "jpeg":
        options |= {"xmp": xmp, "comment": b"SecretComment", "quality": 95}
    else:
        options |= {"xmp": xmp, "lossless": True}
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def moving_picture(kind):
    """Return a picture of three frames, of 70, 80 and 90 milliseconds, with a comment where its kind knows them."""
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "lime", "blue")]
    out = BytesIO()
    options = {"comment": b"SecretComment"} if kind == "gif" else {"lossless": True, "exif": _exif(1)}
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=[70, 80, 90], loop=0, **options)
    return out.getvalue()


def huge_png(side):
    """Return a PNG of some hundred bytes that says it has so many pixels on each side."""

    def chunk(name, content):
        return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))

    header = struct.pack(">LLBBBBB", side, side, 8, 6, 0, 0, 0)
    body = zlib.compress(b"\0" * 4096)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def archive(parts, sizes=()):
    """Return a ZIP of these parts, in its list with these sizes, which may be lies."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
        for part, size in zip(packed.infolist(), sizes, strict=False):
            part.file_size = size
    return out.getvalue()


def document(extension):
    """Return a small genuine document of a kind."""
    if extension in OFFICE:
        return archive({"[Content_Types].xml": "<Types/>", OFFICE[extension]: "<document/>"})
    if extension in OPEN_DOCUMENT:
        return archive({"mimetype": OPEN_DOCUMENT[extension], "content.xml": "<office/>"})
    return {"pdf": b"%PDF-1.7\n%%EOF\n", "csv": "Straße;标准\n".encode(), "txt": "标准".encode("utf-16")}[extension]


def crowded_archive():
    """Return a ZIP whose list of parts is longer than any program of an office writes it."""
    parts = {f"{number:0200}": "" for number in range(6000)}
    return archive({"[Content_Types].xml": "", "word/document.xml": "", **parts})


def film(kind, frames):
    """A picture of 20 × 20 pixels that moves."""
    pictures = [Image.new("RGB", (20, 20), (8 * number, 255 - 8 * number, 0)) for number in range(frames)]
    out = BytesIO()
    pictures[0].save(out, kind, save_all=True, append_images=pictures[1:], duration=40)
    return out.getvalue()
