"""What is in a private collection stays there: who may not read it is not told of it, and who may does not open it."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction

from sesec_portal.media.models import PortalDocument, PortalImage
from sesec_portal.media.private import PICTURES_ARE_PUBLIC, STAYS
from tests.filling_in import filled_in


@pytest.fixture
def room(db, settings, tmp_path):
    """Make a private collection with one below it, the latter returned: `room("groups")`, which is for Publishers."""
    settings.MEDIA_ROOT = tmp_path

    def make(kind):
        private = Collection.get_first_root_node().add_child(name="Cellar")
        restriction = CollectionViewRestriction.objects.create(collection=private, restriction_type=kind)
        restriction.groups.set(Group.objects.filter(name="Publishers") if kind == "groups" else [])
        return private.add_child(name="Shelf")

    return make


def document_in(collection):
    return PortalDocument.objects.create(
        title="The agenda", file=ContentFile(b"Agenda", name="a.txt"), file_size=6, collection=collection
    )


def edited(thing):
    return reverse("wagtaildocs:edit" if isinstance(thing, PortalDocument) else "wagtailimages:edit", args=[thing.pk])


def bulk(client, action, thing, **sent):
    kind = thing._meta.model_name
    return client.post(f"/admin/bulk/media/{kind}/{action}/?id={thing.pk}&next=/admin/", sent)


@pytest.mark.parametrize(("group", "is_told"), [("Editors", False), ("Publishers", True)])
def test_only_who_may_read_it_is_told_of_it(client, log_in, room, group, is_told):
    document = document_in(room("groups"))
    log_in(group)

    for address in (reverse("wagtaildocs:index"), reverse("wagtaildocs_chooser:choose")):
        assert ("The agenda" in client.get(address).content.decode()) is is_told
    assert (client.get(edited(document)).status_code == 200) is is_told
    assert ("Cellar" in client.get(reverse("wagtaildocs:add_multiple")).content.decode()) is is_told
    if not is_told:
        client.post(edited(document), {"title": "Mine", "collection": "1", "language": "en"})
        client.post(reverse("wagtaildocs:delete", args=[document.pk]))
        bulk(client, "delete", document)
        bulk(client, "add_to_collection", document, collection="1")
    document.refresh_from_db()
    assert (document.title, document.collection.name) == ("The agenda", "Shelf")


@pytest.mark.parametrize("kind", ["login", "password"])
def test_only_a_publisher_takes_out_what_all_staff_may_read(client, log_in, room, kind):
    document = document_in(room(kind))
    log_in("Editors")
    form = filled_in_of(client, document)
    refused = client.post(edited(document), {**form, "collection": "1"}).content.decode()
    assert str(STAYS) in refused
    bulk(client, "add_to_collection", document, collection="1")
    document.refresh_from_db()
    assert document.collection.name == "Shelf"

    assert client.post(edited(document), {**form, "title": "Retyped"}).status_code == 302
    log_in("Publishers")
    assert client.post(edited(document), {**filled_in_of(client, document), "collection": "1"}).status_code == 302
    document.refresh_from_db()
    assert (document.title, document.collection.name) == ("Retyped", "Root")


def test_no_picture_is_put_where_it_would_only_seem_private(client, log_in, room):
    shelf = room("login")
    picture = PortalImage.objects.create(title="Kite", description="A kite", file=get_test_image_file("kite.png"))
    log_in("Publishers")

    refused = client.post(edited(picture), {**filled_in_of(client, picture), "collection": shelf.pk}).content.decode()
    assert str(PICTURES_ARE_PUBLIC) in refused
    bulk(client, "add_to_collection", picture, collection=shelf.pk)
    picture.refresh_from_db()
    assert picture.collection.name == "Root"


def filled_in_of(client, thing):
    return filled_in(client.get(edited(thing)).content)
