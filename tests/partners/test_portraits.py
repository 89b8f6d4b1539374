"""A person's photo stands where the person is named, with its alternative text, and nowhere without consent."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from wagtail.images.tests.utils import get_test_image_file

from governance.models import Seat, TermOfOffice
from partners.models import Person
from phases.models import TeamMember
from sesec_portal.media.models import PortalImage

PLACES = ["/en/", "/en/phases/sesec-iv/", "/en/steering-committee/"]


@pytest.fixture
def pictured(phase_four, cen):
    """The expert of SESEC IV, who also holds CEN's seat, with a photo."""
    file = ImageFile(get_test_image_file(filename="ada.png", size=(400, 500)).file, name="ada.png")
    photo = PortalImage.objects.create(
        title="Ada", description="Ada at a desk", description_zh="Ada在办公桌前", file=file
    )
    person = Person.objects.create(name="Ada Named", consent="given", consent_source="A letter", photo=photo)
    TeamMember.objects.create(phase=phase_four, person=person)
    TermOfOffice.objects.create(seat=Seat.objects.get(partner=cen), holder=person, starts="2020")
    return person


def portraits(client, address):
    html = BeautifulSoup(client.get(address).content, "html.parser")
    return {image["alt"] for image in html.select("main img.portrait")}


@pytest.mark.parametrize("place", PLACES)
def test_it_stands_there_with_its_alternative_text_in_the_readers_language(client, pictured, place):
    assert portraits(client, place) == {"Ada at a desk"}
    assert portraits(client, place.replace("/en/", "/zh-hans/")) == {"Ada在办公桌前"}


@pytest.mark.parametrize("place", PLACES)
def test_without_consent_it_stands_nowhere(client, pictured, place):
    Person.objects.update(consent="")

    assert not portraits(client, place)
