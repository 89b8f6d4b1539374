"""Who gets a document: its collection alone decides it, whoever asks and whatever uses it."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from governance.models import MeetingPage, SteeringCommitteePage
from newsroom.models import EventPage, PublicationPage
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.models import PortalDocument
from standards.models import CallPage

STAFF = ("Editors", "Publishers", "Administrators")
READERS = ("anybody", *STAFF)
# Who gets a document of such a collection.
ALLOWED = {"public": READERS, "login": STAFF, "below login": STAFF, "groups": ("Publishers",), "password": ()}


@pytest.fixture
def document(db, settings, tmp_path):
    """Make a document in a collection of a kind: `document("login")`."""
    settings.MEDIA_ROOT = tmp_path

    def make(kind):
        collection = Collection.get_first_root_node().add_child(name=kind)
        how = kind.removeprefix("below ")
        if how != "public":
            restriction = CollectionViewRestriction.objects.create(
                collection=collection, restriction_type=how, password="a-password" if how == "password" else ""
            )
            restriction.groups.set(Group.objects.filter(name="Publishers") if how == "groups" else [])
        if kind != how:
            collection = collection.add_child(name=kind)
        file = ContentFile(b"The agenda", name="agenda.txt")
        return PortalDocument.objects.create(title="The agenda", file=file, collection=collection)

    return make


@pytest.fixture
def used(home):
    """Let a page use a document: `used(document, "live")`; a draft uses it in what nobody but staff sees."""

    def use(document, how):
        if how == "nowhere":
            return None
        page = publish(StandardPage(title="Minutes", slug="minutes", locale=home.locale), home)
        page.body = [("download", {"document": document})]
        revision = page.save_revision()
        if how == "live":
            revision.publish()
        return page

    return use


@pytest.mark.parametrize("use", ["nowhere", "live", "draft"])
@pytest.mark.parametrize("kind", ALLOWED)
def test_a_document_is_given_to_whom_its_collection_is_open_and_to_nobody_else(client, document, used, kind, use):
    file = document(kind)
    page = used(file, use)

    given = []
    for reader in READERS:
        client.logout()
        if reader != "anybody":
            user = User.objects.create_user(reader, password="not-a-real-password")
            user.groups.add(Group.objects.get(name=reader))
            client.force_login(user)
        answer = client.get(file.url)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert (answer.status_code == 200 and answer.streaming) is (b"The agenda" in body)
        given += [reader] if b"The agenda" in body else []
    assert tuple(given) == ALLOWED[kind]

    client.logout()
    if page:
        told = "agenda" in client.get(page.url).content.decode()
        assert told is (kind == "public" and use == "live")


@pytest.fixture
def in_a_field(home):
    """Publish what names a document in a field of its own: `in_a_field(document, "publication")`."""

    def publish_one(document, kind):
        if kind == "meeting":
            committee = SteeringCommitteePage.objects.originals().get()
            fields = {"title": "Kites", "slug": "kites", "number": 99, "held": "2020-05", "minutes": document}
            return publish(MeetingPage(**fields, locale=home.locale), committee)
        model = {"publication": PublicationPage, "event": EventPage, "call": CallPage}[kind]
        page = model.objects.originals().live().first()
        files = page.documents if kind == "call" else page.files
        row = {"publication": {}, "event": {"kind": "slides"}, "call": {"title": "The agenda"}}[kind]
        files.add(files.model(document=document, **row))
        page.save_revision().publish()
        return page

    return publish_one


@pytest.mark.parametrize("kind", ["publication", "event", "call", "meeting"])
@pytest.mark.parametrize("collection", ["public", "login"])
def test_a_field_for_a_file_names_a_private_document_to_nobody(client, document, in_a_field, collection, kind):
    file = document(collection)
    page = in_a_field(file, kind)

    told = client.get(page.url).content.decode()
    assert (file.url in told) is (collection == "public")
    assert "The agenda" not in told or collection == "public"
    if kind == "meeting":
        register = client.get(f"{page.get_parent().url}meetings.json").content.decode()
        assert ("agenda" in register) is (collection == "public")
