"""Editors record events: what cannot be is refused beside its field, and nothing typed is lost."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from governance.models import Sector
from newsroom.models import EventIndexPage
from sesec_portal.home.starter.newsroom import publish_event
from tests.filling_in import filled_in
from tests.reading import words


@pytest.fixture
def event(db):
    index = EventIndexPage.objects.originals().get()
    return publish_event(
        index, title="Kites", slug="kites", kind="webinar", starts="2090-07-01[Asia/Shanghai]", locale=index.locale
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {"registration_until_day": "2090-07-03", "registration_until_zone": "Asia/Shanghai"},
            "Nobody can register when the event is over.",
        ),
        ({"ends_day": "2090-06-29", "ends_zone": "Asia/Shanghai"}, "The end lies before the start."),
        ({"number_in_phase": "3"}, "Choose the phase that counts it."),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(client, log_in, event, typed, sentence):
    log_in("Editors")
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    response = client.post(address, filled_in(client.get(address).content, **typed, city="Suzhou"))
    html = BeautifulSoup(response.content, "html.parser")

    assert sentence in words(html.find("form", attrs={"data-edit-form": True}))
    assert html.find("input", {"name": "city"})["value"] == "Suzhou"


def test_a_topic_is_named_once(client, log_in, event):
    sector = Sector.objects.create(code="kites", name="kites")
    log_in("Editors")
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    twice = {"topics-TOTAL_FORMS": "2", "topics-0-sector": str(sector.pk), "topics-1-sector": str(sector.pk)}
    response = client.post(address, filled_in(client.get(address).content, **twice))

    section = BeautifulSoup(response.content, "html.parser").find(id="panel-child-content-topics-section")
    assert "Please correct the duplicate values below." in words(section)
