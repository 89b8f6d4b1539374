"""What editors upload is what its name says, small enough to open, and tells readers nothing but what it shows."""

import errno
import os
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from PIL import Image

from sesec_portal.media.models import PortalDocument, PortalImage
from tests.pdfs import readable_pdf
from tests.reading import words
from tests.security import files

DOCUMENTS = ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "csv", "txt")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """An empty folder for files."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def editor(log_in):
    """An editor at work."""
    return log_in("Editors")


def upload(client, library, way, name, content):
    """Upload a file to "images" or "documents" by one of the admin's three ways; return the answer."""
    file = SimpleUploadedFile(name, content)
    if way == "multiple":
        return client.post(f"/admin/{library}/multiple/add/", {"files[]": file, "title": name})
    fields = {"title": "T", "file": file, "description": "What it shows", "language": "en"}
    if way == "single":
        return client.post(f"/admin/{library}/add/", fields)
    prefixed = {f"{library[:-1]}-chooser-upload-{field}": value for field, value in fields.items()}
    return client.post(f"/admin/{library}/chooser/create/", prefixed)


WAYS = ("single", "multiple", "chooser")


def left(media):
    """The files that lie in the folder, but for renditions and share images."""
    return sorted(str(file.relative_to(media)) for file in media.glob("[aoduw]*/*"))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("library", ["images", "documents"])
def test_a_name_that_is_too_long_for_the_file_system_is_shortened(client, media, library, way):
    name, content = (
        ("中" * 120 + ".jpg", files.photograph("jpeg"))
        if library == "images"
        else ("中" * 120 + ".pdf", readable_pdf())
    )

    assert upload(client, library, way, name, content).status_code in (200, 302)
    assert all(len(file.name.encode()) < 255 for file in media.glob("*/*"))
    assert left(media)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("side", [30_000, 60_000])
def test_a_picture_too_large_for_the_memory_is_refused_with_a_sentence(client, media, way, side):
    response = upload(client, "images", way, "bomb.png", files.huge_png(side))

    assert response.status_code == 200
    assert "too many pixels" in response.content.decode()
    assert not left(media)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_a_film_of_too_many_pixels_is_refused_before_it_is_drawn(client, media, settings, way, kind):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 20 * 20 * 30
    long, short = (upload(client, "images", way, f"film.{kind}", files.film(kind, frames)) for frames in (31, 30))

    assert "This film has too many pixels" in long.content.decode()
    assert "too many pixels" not in short.content.decode()
    assert [file.name for file in media.rglob("film.*") if file.parent.name != "images"] == [f"film.{kind}"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("cut.jpg", files.photograph("jpeg")[:700], "damaged"),
        ("page.png", files.MARKUP, "valid image"),
        ("page.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "Not a supported image"),
        ("photo.png", files.photograph("jpeg"), "does not match the file format"),
    ],
    ids=["damaged", "markup", "SVG", "another kind"],
)
def test_what_is_no_picture_is_refused_with_a_sentence(client, media, name, content, sentence):
    response = upload(client, "images", "multiple", name, content)

    assert response.status_code == 200
    assert sentence.lower() in response.content.decode().lower()
    assert not PortalImage.objects.exists()
    assert not left(media)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("report.pdf", files.MARKUP, "what its name says"),
        ("report.docx", files.document("xlsx"), "what its name says"),
        ("report.odt", files.document("ods"), "what its name says"),
        ("report.xlsx", b"PK\x03\x04 and nothing more", "what its name says"),
        ("report.csv", b"a;b\0\1\2", "what its name says"),
        ("report.docx", files.archive({"[Content_Types].xml": "", "word/document.xml": ""}, [0, 2**31]), "too large"),
        ("report.docx", files.crowded_archive(), "what its name says"),
        ("report.docx", files.archive({"word/vbaProject.bin": "", "word/document.xml": ""}), "macros"),
        ("report.html", files.MARKUP, "extension"),
        ("report.svg", b"<svg/>", "extension"),
        ("report.pdf.exe", files.document("pdf"), "extension"),
    ],
    ids=[
        *("markup as PDF", "another kind of Office", "another kind of ODF", "no archive", "bytes as CSV", "bomb"),
        *("crowded archive", "macros", "markup", "SVG", "two extensions"),
    ],
)
def test_a_document_that_is_not_what_its_name_says_is_refused(client, media, name, content, sentence):
    response = upload(client, "documents", "multiple", name, content)

    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not PortalDocument.objects.exists()
    assert not left(media)


@pytest.mark.parametrize("way", ["single", "chooser"])
def test_the_other_ways_to_upload_a_document_refuse_it_too(client, media, way):
    assert "what its name says" in upload(client, "documents", way, "report.pdf", files.MARKUP).content.decode()
    assert not left(media)


@pytest.mark.parametrize("extension", DOCUMENTS)
def test_genuine_documents_are_taken_and_none_but_a_pdf_is_opened_in_the_browser(client, extension):
    upload(client, "documents", "single", f"report.{extension}", files.document(extension))

    response = client.get(PortalDocument.objects.get().url)
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    shown = response.headers.get("Content-Disposition", "").startswith("attachment")
    assert shown is (extension != "pdf")


def test_a_drawing_with_scripts_that_got_in_all_the_same_is_not_opened_in_the_browser(client):
    document = PortalDocument.objects.create(title="Drawing", file=ContentFile(b"<svg/>", name="drawing.svg"))

    assert client.get(document.url).headers["Content-Disposition"].startswith("attachment")


def opened(content):
    return Image.open(BytesIO(content))


PHOTOGRAPHS = [("jpeg", "single"), ("jpeg", "chooser"), ("jpeg", "multiple"), ("png", "single"), ("webp", "chooser")]


@pytest.mark.parametrize(("kind", "way"), PHOTOGRAPHS)
def test_a_photograph_loses_what_the_camera_wrote_and_keeps_its_colours_and_stands_upright(client, media, kind, way):
    assert files.SIGNS[0] in files.photograph(kind)
    answer = upload(client, "images", way, f"photo.{kind}", files.photograph(kind))
    if way == "multiple":
        number = answer.json()["uploaded_file_id"]
        fields = {"title": "T", "description": "What it shows"}
        typed = {f"uploaded-image-{number}-{field}": value for field, value in fields.items()}
        client.post(f"/admin/images/multiple/create_from_uploaded_image/{number}/", typed)

    image = PortalImage.objects.get()
    original, rendition = image.file.read(), image.get_rendition("width-10").file.read()
    for content in (original, rendition):
        assert not [sign for sign in files.SIGNS if sign in content]
        assert not opened(content).getexif()
        assert opened(content).info["icc_profile"]
    assert (image.width, image.height) == opened(original).size == (20, 40)
    red, _green, blue = opened(original).convert("RGB").getpixel((10, 5))
    assert red > 200 > 60 > blue
    assert image.file_size == len(original)
    assert image.file_hash
    assert left(media) == [image.file.name]


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_a_moving_picture_goes_on_moving(kind):
    content = ContentFile(files.moving_picture(kind), name=f"moving.{kind}")
    image = PortalImage.objects.create(title="Moving", description="Three colours", file=content)

    stored = image.file.read()
    picture = opened(stored)
    assert not [sign for sign in files.SIGNS if sign in stored]
    assert picture.n_frames == 3
    for place, duration in enumerate((70, 80, 90)):
        picture.seek(place)
        picture.load()
        assert picture.info["duration"] == duration


@pytest.mark.parametrize("library", ["images", "documents"])
def test_no_file_is_left_behind_when_its_row_is_rolled_back(client, media, monkeypatch, library):
    model, name, content = {
        "images": (PortalImage, "photo.png", files.photograph("png")),
        "documents": (PortalDocument, "report.pdf", files.document("pdf")),
    }[library]

    def fail(*args, **kwargs):
        raise OperationalError("the server is away")

    monkeypatch.setattr("wagtail.search.index.insert_or_update_object", fail)
    monkeypatch.setattr(model, "save_base", fail)
    client.raise_request_exception = False
    assert upload(client, library, "single", name, content).status_code == 503

    assert not model.objects.exists()
    assert not left(media)


class Endless:
    """A file that is longer than the disk."""

    def chunks(self):
        yield b"the first bytes"
        raise OSError(errno.ENOSPC, "No space left on device")


SENTENCES = {
    errno.ENOSPC: "There is no room left for files, and nothing was saved.",
    errno.EDQUOT: "There is no room left for files, and nothing was saved.",
    errno.EROFS: "Files cannot be written at the moment, and nothing was saved.",
    errno.EACCES: "Files cannot be written at the moment, and nothing was saved.",
}


@pytest.fixture(params=list(SENTENCES))
def unwritable(request, media, monkeypatch):
    """Let no file be stored, or a part of it where there is no room; the sentence that is said of it."""
    save = FileSystemStorage._save

    def refuse(self, name, content):
        if request.param == errno.ENOSPC:
            return save(self, name, Endless())
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(FileSystemStorage, "_save", refuse)
    return SENTENCES[request.param]


def a_file(library):
    return ("photo.png", files.photograph("png")) if library == "images" else ("a.pdf", files.document("pdf"))


@pytest.mark.parametrize("library", ["images", "documents"])
@pytest.mark.parametrize("way", WAYS)
def test_a_folder_that_takes_no_file_is_told_and_leaves_nothing_behind(client, media, unwritable, library, way):
    response = upload(client, library, way, *a_file(library))

    assert unwritable in response.content.decode()
    assert not PortalImage.objects.exists()
    assert not left(media)


@pytest.mark.parametrize("library", ["images", "documents"])
def test_what_was_typed_beside_a_file_that_cannot_be_stored_is_kept(client, unwritable, library):
    name, content = a_file(library)
    typed = {"title": "Kites over the sea", "description": "Red", "language": "en", "tags": "", "collection": "1"}
    response = client.post(f"/admin/{library}/add/", {**typed, "file": SimpleUploadedFile(name, content)})

    form = BeautifulSoup(response.content, "html.parser").find("form", action=f"/admin/{library}/add/")
    assert form.find("input", attrs={"name": "title"})["value"] == "Kites over the sea"
    beside = form.find("input", attrs={"name": "file"}).find_parent(class_="w-field")
    assert unwritable in words(beside)


@pytest.mark.parametrize("library", ["images", "documents"])
def test_a_file_that_takes_the_place_of_another_is_told_too_and_the_former_stays(client, media, library, monkeypatch):
    name, content = a_file(library)
    upload(client, library, "single", name, content)
    thing = (PortalImage if library == "images" else PortalDocument).objects.get()
    address = f"/admin/{library}/{thing.pk}/" if library == "images" else f"/admin/documents/edit/{thing.pk}/"
    client.get(address)
    before = left(media)

    def refuse(self, name, content):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(FileSystemStorage, "_save", refuse)
    typed = {"title": "Kites", "description": "Red", "language": "en", "tags": "", "collection": "1"}
    response = client.post(address, {**typed, "file": SimpleUploadedFile(f"other-{name}", content)})

    assert response.status_code == 200
    assert SENTENCES[errno.EROFS] in response.content.decode()
    assert left(media) == before


NAMES = {"name_email-first_name": "Ada", "name_email-last_name": "Sample"}


def test_an_avatar_that_cannot_be_stored_is_told(client, media, unwritable):
    sent = {"avatar-avatar": SimpleUploadedFile("me.png", files.photograph("png"))}
    response = client.post("/admin/account/", {**account_form(client), **NAMES, **sent})

    assert response.status_code == 302
    assert unwritable in client.get("/admin/").content.decode()
    assert not left(media)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_what_a_full_disk_cuts_off_is_removed_also_where_the_worker_writes(media, number):
    class CutOff:
        def chunks(self):
            yield b"the first bytes"
            raise OSError(number, os.strerror(number))

    with pytest.raises(OSError, match=os.strerror(number)):
        default_storage._save("images/cut-off.jpg", CutOff())

    assert not list(media.rglob("*.*"))


def account_form(client):
    """Return what the form of one's own account sends."""
    html = BeautifulSoup(client.get("/admin/account/").content, "html.parser")
    fields = html.select("form input[name]:not([type=file], [type=checkbox]), form select[name]")
    return {
        field["name"]: field.get("value", "")
        if field.name == "input"
        else next((option["value"] for option in field.select("option[selected]")), "")
        for field in fields
    }


def test_originals_and_documents_are_never_given_by_their_place_in_the_folder(client, media):
    image = PortalImage.objects.create(
        title="T", description="T", file=ContentFile(files.photograph("png"), name="photo.png")
    )
    document = PortalDocument.objects.create(title="T", file=ContentFile(files.document("pdf"), name="report.pdf"))
    assert Path(image.file.path).exists()
    assert client.get(image.get_rendition("width-10").url).status_code == 200
    assert client.get(document.url).status_code == 200

    places = [image.file.url, document.file.url, "/media/images/", "/media/share/", "/en/media/documents/"]
    places += [f"/media/images/../{image.file.name}", f"/media/images/%2e%2e/{document.file.name}"]
    places += [f"/media/share/..%2f{document.file.name}", f"/media/images/..\\{image.file.name}"]
    for place in places:
        assert client.get(place, follow=True).status_code in (400, 404), place


def test_a_document_from_the_uploader_for_many_is_kept_once_its_language_is_told(client, editor):
    file = SimpleUploadedFile("list.csv", b"number,name\n1,first\n")
    response = client.post("/admin/documents/multiple/add/", {"files[]": file, "title": "list.csv"})
    number = response.json()["uploaded_file_id"]

    typed = {"title": "A list", "collection": 1, "tags": "", "language": "zh-hans"}
    typed = {f"uploaded-document-{number}-{name}": value for name, value in typed.items()}
    response = client.post(f"/admin/documents/multiple/create_from_uploaded_document/{number}/", typed)

    assert response.json()["success"]
    document = PortalDocument.objects.get(title="A list")
    assert document.language == "zh-hans"
    assert document.file.read() == b"number,name\n1,first\n"
