"""What readers see of pictures and documents changes by those who may publish, and the former file is kept."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.models import FormerFile, PortalDocument, PortalImage
from sesec_portal.operations.verification import files
from tests.filling_in import filled_in
from tests.pdfs import readable_pdf

KINDS = {"picture": ("wagtailimages", "portalimage"), "document": ("wagtaildocs", "portaldocument")}


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def png(size):
    return get_test_image_file(filename="a.png", size=size).file.getvalue()


@pytest.fixture(params=list(KINDS))
def file(request, db):
    """A picture or a document that nothing uses."""
    if request.param == "picture":
        file = ImageFile(get_test_image_file(size=(10, 10)).file, name="a.png")
        thing = PortalImage.objects.create(title="Former", description="What it shows", file=file)
    else:
        thing = PortalDocument(title="Former", file=ContentFile(readable_pdf("former"), name="a.pdf"))
        thing._set_document_file_metadata()
        thing.save()
    thing.kind = request.param
    return thing


@pytest.fixture
def used(file, home):
    """The same on a published page."""
    block = (
        {"type": "figure", "value": {"image": {"image": file.pk, "decorative": True}, "caption": ""}}
        if file.kind == "picture"
        else {"type": "download", "value": {"document": file.pk}}
    )
    body = json.dumps([{**block, "id": "a"}])
    file.page = publish(
        StandardPage(title="Shows it", slug="shows-it", summary="x", body=body, locale=home.locale), home
    )
    return file


def address(file, view):
    return reverse(f"{KINDS[file.kind][0]}:{view}", args=[file.pk])


def content(file):
    return type(file).objects.get(pk=file.pk).file.read()


def another(file):
    if file.kind == "picture":
        return SimpleUploadedFile("a.png", png((20, 20)), "image/png")
    return SimpleUploadedFile("a.pdf", readable_pdf("latter"), "application/pdf")


def replace(client, file):
    form = filled_in(client.get(address(file, "edit")).content)
    return client.post(address(file, "edit"), {**form, "title": "Latter", "file": another(file)})


def test_an_editor_does_not_change_what_readers_see_and_is_told_where(client, log_in, used):
    user = log_in("Editors")
    type(used).objects.update(uploaded_by_user=user)
    before = content(used)
    form = client.get(address(used, "edit")).content.decode()
    assert "Readers see this already, so only a Publisher can change it." in form
    assert reverse("wagtailadmin_pages:edit", args=[used.page.pk]) in form

    answer = replace(client, used)

    assert answer.status_code == 200
    assert "Readers see this already" in answer.content.decode()
    assert content(used) == before
    assert type(used).objects.get(pk=used.pk).title == "Former"


@pytest.mark.parametrize("way", ["one", "several", "just uploaded"])
def test_an_editor_does_not_delete_it(client, log_in, used, way):
    user = log_in("Editors")
    type(used).objects.update(uploaded_by_user=user)
    namespace, model = KINDS[used.kind]
    delete = {
        "one": address(used, "delete"),
        "several": f"/admin/bulk/media/{model}/delete/?id={used.pk}",
        "just uploaded": reverse(f"{namespace}:delete_multiple", args=[used.pk]),
    }[way]

    answer = client.post(delete, follow=True, headers={"x-requested-with": "XMLHttpRequest"})

    said = answer.content.decode()
    assert "so only a Publisher can change or delete it. It is used here: Text page “Shows it”." in said
    assert type(used).objects.filter(pk=used.pk).exists()


def test_an_editor_does_not_move_it_into_another_collection(client, log_in, used):
    log_in("Editors")
    other = Collection.get_first_root_node().add_child(name="Other")

    client.post(f"/admin/bulk/media/{KINDS[used.kind][1]}/add_to_collection/?id={used.pk}", {"collection": other.pk})

    assert type(used).objects.get(pk=used.pk).collection != other


def test_an_editor_changes_and_deletes_what_only_a_draft_shows(client, log_in, used):
    user = log_in("Editors")
    type(used).objects.update(uploaded_by_user=user)
    used.page.unpublish()

    assert replace(client, used).status_code == 302
    assert type(used).objects.get(pk=used.pk).title == "Latter"
    client.post(address(used, "delete"))
    assert not type(used).objects.filter(pk=used.pk).exists()


def test_what_was_approved_and_waits_for_its_hour_counts_as_published(client, log_in, used):
    log_in("Editors")
    used.page.unpublish()
    page = StandardPage.objects.get(pk=used.page.pk)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()

    assert replace(client, used).status_code == 200
    assert type(used).objects.get(pk=used.pk).title == "Former"


def test_the_former_file_is_kept_downloaded_and_brought_back(
    client, log_in, used, tmp_path, django_capture_on_commit_callbacks
):
    log_in("Publishers")
    before, url = content(used), used.file.name
    with django_capture_on_commit_callbacks(execute=True):
        assert replace(client, used).status_code == 302
    after = content(used)
    assert after != before
    # The address of a document has its name.
    assert used.kind == "picture" or type(used).objects.get(pk=used.pk).file.name == url
    [former] = FormerFile.objects.all()

    form = client.get(address(used, "edit")).content.decode()
    assert "replaced by publishers" in form
    download = reverse("former_files:download", args=[former.pk])
    assert download in form
    assert b"".join(client.get(download)) == before
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("former_files:bring_back", args=[former.pk]), follow=True)

    assert "has its former file again." in answer.content.decode()
    thing = type(used).objects.get(pk=used.pk)
    assert (content(used), thing.file.name, thing.file_size) == (before, url, len(before))
    if used.kind == "picture":
        assert (thing.width, thing.height) == (10, 10)
    [former] = FormerFile.objects.all()
    assert former.file.read() == after
    assert not list(files.problems())


@pytest.mark.parametrize("file", ["document"], indirect=True)
def test_the_former_address_leads_to_the_present_file_while_the_former_one_is_kept(client, log_in, used):
    former = used.url
    log_in("Publishers")
    name = SimpleUploadedFile("b.pdf", readable_pdf("present"), "application/pdf")
    form = filled_in(client.get(address(used, "edit")).content)
    client.post(address(used, "edit"), {**form, "file": name})
    present = PortalDocument.objects.get(pk=used.pk).url
    assert "a.pdf" in client.get(address(used, "edit")).content.decode()
    client.logout()

    assert present != former
    assert client.get(former).headers["Location"] == present
    assert client.get(f"/documents/{used.pk}/never.pdf").status_code == 404
    FormerFile.objects.all().delete()
    assert client.get(former).status_code == 404


def test_an_editor_downloads_the_former_file_and_does_not_bring_it_back(client, log_in, used, django_user_model):
    log_in("Publishers")
    replace(client, used)
    after = content(used)
    client.logout()
    former = FormerFile.objects.get()
    assert client.get(reverse("former_files:download", args=[former.pk])).status_code == 302
    log_in("Editors")
    type(used).objects.update(uploaded_by_user=django_user_model.objects.get(username="editors"))

    assert client.get(reverse("former_files:download", args=[former.pk])).status_code == 200
    assert (
        reverse("former_files:bring_back", args=[former.pk]) not in client.get(address(used, "edit")).content.decode()
    )
    client.post(reverse("former_files:bring_back", args=[former.pk]))
    assert content(used) == after


def test_it_goes_after_ninety_days_and_not_before(client, log_in, used, tmp_path, django_capture_on_commit_callbacks):
    log_in("Publishers")
    replace(client, used)
    for days, kept in ((89, True), (91, False)):
        FormerFile.objects.update(replaced_at=timezone.now() - timedelta(days=days))
        with django_capture_on_commit_callbacks(execute=True):
            call_command("nightly", stdout=StringIO())
        assert any(path.is_file() for path in tmp_path.glob("former/**/*")) is kept


def test_what_is_deleted_comes_back_from_the_bin_with_its_former_file(
    client, log_in, used, django_capture_on_commit_callbacks
):
    log_in("Publishers")
    before = content(used)
    replace(client, used)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address(used, "delete"))
    assert not FormerFile.objects.exists()
    assert not list(files.problems())

    page = client.get(reverse("bin:list")).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(next(part for part in page.split('"') if part.endswith("/bring-back/")))

    assert FormerFile.objects.get().file.read() == before


def test_who_saves_after_a_colleague_is_told_and_nothing_typed_is_lost(client, log_in, file):
    log_in("Publishers")
    form = filled_in_file_form(client, file)
    other = filled_in_file_form(client, file)

    assert client.post(address(file, "edit"), {**form, "title": "Kites, says Marie"}).status_code == 302
    answer = client.post(address(file, "edit"), {**other, "title": "Kites, says Paul"})

    said = answer.content.decode()
    assert answer.status_code == 200
    assert "Somebody has saved this meanwhile. Nothing was saved yet" in said
    assert "Title: “Kites, says Marie”" in said
    sent_again = filled_in_file_form(client, file, answer)
    assert sent_again["title"] == "Kites, says Paul"
    assert type(file).objects.get(pk=file.pk).title == "Kites, says Marie"
    assert client.post(address(file, "edit"), sent_again).status_code == 302
    assert type(file).objects.get(pk=file.pk).title == "Kites, says Paul"


def test_a_former_file_that_a_colleague_has_brought_back_is_said_to_be_gone(client, log_in, used):
    log_in("Publishers")
    replace(client, used)
    bring_back = reverse("former_files:bring_back", args=[FormerFile.objects.get().pk])
    client.post(bring_back)

    answer = client.post(bring_back, follow=True)
    assert answer.status_code == 200
    assert "kept no longer" in answer.content.decode()


def filled_in_file_form(client, file, answer=None):
    """Return what a browser would send of the form of a picture or document, as it is opened or in an answer."""
    html = (answer or client.get(address(file, "edit"))).content
    form = BeautifulSoup(html, "html.parser").find("input", attrs={"name": "title"}).find_parent("form")
    fields = form.find_all(["input", "textarea"], attrs={"name": True})
    sent = {field["name"]: field.get("value") or field.text.strip() for field in fields if field.get("type") != "file"}
    for choice in form.find_all("select", attrs={"name": True}):
        chosen = choice.find("option", selected=True) or choice.find("option")
        sent[choice["name"]] = chosen["value"]
    return sent
