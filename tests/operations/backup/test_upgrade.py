"""A portal made by the release before goes on after an upgrade: its backup is restored, and nothing is lost.

`tests/data/backup-before-0.1.0.tar` was written by `manage.py backup` of that release, whose models of pictures,
documents, the search and page passwords were all of the app "core". It holds the starter content, the sample set, a
picture that is somebody's photo, and documents in an open and in a private collection.
"""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test import Client
from wagtail.models import Page, ReferenceIndex

from partners.models import Person
from sesec_portal.accounts.models import PasswordAttempts
from sesec_portal.media.models import PortalDocument, PortalImage
from sesec_portal.search.index.backfill import backfill
from sesec_portal.search.models import SearchEntry

ARCHIVE = Path(__file__).resolve().parents[2] / "data" / "backup-before-0.1.0.tar"


@pytest.fixture(scope="module")
def upgraded(portal):
    """The portal of that backup, restored by this release; gives the columns that a new portal has."""
    of_a_new_one = columns()
    ContentType.objects.clear_cache()
    call_command("restore", str(ARCHIVE), replace=True, verbosity=0)
    ContentType.objects.clear_cache()
    yield of_a_new_one
    ContentType.objects.clear_cache()


def columns():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type, is_nullable, character_maximum_length"
            " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
        )
        return cursor.fetchall()


def test_no_kind_of_thing_is_left_without_its_app(upgraded):
    kinds = ContentType.objects.exclude(app_label__in=["contenttypes"])
    assert not [kind for kind in kinds if kind.model_class() is None]
    assert not kinds.filter(app_label="core").exists()


def test_pictures_and_documents_keep_their_rights_tags_uses_and_files(upgraded):
    picture = PortalImage.objects.get()
    assert picture.title == "Portrait"
    assert picture.file.size > 0
    assert list(picture.tags.names()) == ["portrait"]
    assert picture.uploaded_by_user.username == "editor"
    assert picture.renditions.count() == 2
    assert Person.objects.get(photo=picture)
    assert ReferenceIndex.get_references_to(picture).exists()
    report = PortalDocument.objects.get(title="Annual report")
    assert list(report.tags.names()) == ["report"]
    archivists = Group.objects.get(name="Archivists")
    assert archivists.permissions.get().content_type.model_class() is PortalImage


def test_the_search_goes_on_and_hides_what_it_hid(upgraded):
    assert SearchEntry.objects.count() > 40
    client = Client()
    for title, found in (("Annual report", True), ("Minutes", False)):
        document = PortalDocument.objects.get(title=title)
        page = client.get("/en/search/", {"q": title, "type": "document"}).content.decode()
        assert (document.url in page) is found, title


def test_guesses_at_passwords_stay_counted(upgraded):
    assert PasswordAttempts.objects.get().number == 1


def test_every_page_can_be_read_and_everything_fits_together(upgraded):
    client = Client()
    for page in Page.objects.live().public().filter(depth__gt=1).select_related("locale"):
        assert client.get(page.url).status_code == 200, page.url
    # As the worker does within a minute.
    backfill()
    call_command("verify")


def test_an_upgraded_portal_has_the_tables_of_a_new_one(upgraded):
    assert columns() == upgraded
