"""Who sets an hour for a page is told which it is, in both offices."""

import pytest
from django.urls import reverse

from sesec_portal.home.models import StandardPage
from tests.filling_in import filled_in

pytestmark = pytest.mark.usefixtures("alone")

LIVE = "This version goes live on 30 October 2027, 23:00 Brussels time (31 October 2027, 05:00 Beijing time)."
TAKEN_DOWN = "This page is unpublished on 31 October 2027, 23:00 Brussels time (1 November 2027, 06:00 Beijing time)."


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ({"go_live_at": "2027-10-30 23:00"}, [LIVE]),
        ({"expire_at": "2027-10-31 23:00"}, [TAKEN_DOWN]),
        ({"go_live_at": "2027-10-30 23:00", "expire_at": "2027-10-31 23:00"}, [LIVE, TAKEN_DOWN]),
        ({}, []),
    ],
)
def test_publishing_says_when_a_page_goes_live_and_is_unpublished(client, log_in, on_day, hours, told):
    page = StandardPage.objects.originals().get(slug="privacy")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    with on_day(2027, 10, 1):
        log_in("Publishers")
        sent = filled_in(client.get(address).content, summary="From then on", **hours)
        answer = client.post(address, {**sent, "action-publish": "1"}, follow=True)

    said = " ".join(str(message) for message in answer.context["messages"])
    assert [sentence for sentence in (LIVE, TAKEN_DOWN) if sentence in said] == told
