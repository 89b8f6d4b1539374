"""Pictures are made in the sizes that readers get when they are uploaded, not while a reader waits."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from partners.models import PartnerPage
from sesec_portal.media.models import PortalImage, PortalRendition
from sesec_portal.media.renditions import FIGURE, LOGO

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def upload(django_capture_on_commit_callbacks):
    """Upload pictures: `upload(2)`."""

    def upload(count):
        with django_capture_on_commit_callbacks(execute=True):
            return [
                PortalImage.objects.create(
                    title="A hall", description="A hall", file=get_test_image_file(filename=f"hall-{number}.png")
                )
                for number in range(count)
            ]

    return upload


def uploaded(name):
    return SimpleUploadedFile(name, get_test_image_file(colour="blue").file.getvalue(), "image/png")


def sizes(image):
    return set(PortalRendition.objects.filter(image=image).values_list("filter_spec", flat=True))


def figures(images):
    page = Page.objects.get(slug="privacy", locale__language_code="en").specific
    page.body = [("figure", {"image": image, "caption": "Before the meeting"}) for image in images]
    page.save_revision().publish()
    return page.url


def asked_of_renditions(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).content.count(b"Before the meeting")
    return [query["sql"] for query in asked if "core_portalrendition" in query["sql"]]


def test_an_upload_makes_the_sizes_that_readers_get(admin_client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = admin_client.post(
            reverse("wagtailimages:add"),
            {"title": "A hall", "description": "A hall", "file": uploaded("hall.png"), "collection": 1, "tags": ""},
        )
    assert answer.status_code == 302
    assert sizes(PortalImage.objects.get(title="A hall")) >= {FIGURE, LOGO}


def test_another_file_is_made_in_these_sizes_too(admin_client, upload, django_capture_on_commit_callbacks):
    (image,) = upload(1)
    before = set(PortalRendition.objects.values_list("file", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(
            reverse("wagtailimages:edit", args=[image.pk]),
            {
                "title": "A hall",
                "description": "A hall",
                "file": uploaded("another.png"),
                "collection": 1,
                "tags": "",
            },
        )
    assert sizes(image) >= {FIGURE, LOGO}
    assert not before & set(PortalRendition.objects.values_list("file", flat=True))


def test_readers_of_a_page_have_no_picture_made_and_all_are_found_by_one_query(client, upload):
    two, six = (asked_of_renditions(client, figures(upload(count))) for count in (2, 6))
    assert len(two) == len(six) == 1
    assert "SELECT" in six[0]


def test_readers_of_a_partners_page_have_no_logo_made(client, upload):
    PartnerPage.objects.originals().filter(slug="cen").update(logo=upload(1)[0])
    before = PortalRendition.objects.count()
    assert b'class="logo"' in client.get("/en/partners/cen/").content
    assert PortalRendition.objects.count() == before
