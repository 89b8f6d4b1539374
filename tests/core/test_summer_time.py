"""What is scheduled in the nights in which the clock is changed: no hour is guessed, none is lost."""

from datetime import UTC, datetime
from io import StringIO

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page
from wagtail.users.models import UserProfile

from governance.models import Decision
from sesec_portal.home.models import StandardPage
from tests.filling_in import filled_in

pytestmark = pytest.mark.usefixtures("alone")

SKIPPED, DOUBLED = "2027-03-28 02:30", "2027-10-31 02:30"
AROUND = {
    "2027-03-28 01:59": datetime(2027, 3, 28, 0, 59, tzinfo=UTC),
    "2027-03-28 03:00": datetime(2027, 3, 28, 1, 0, tzinfo=UTC),
    "2027-10-31 01:59": datetime(2027, 10, 30, 23, 59, tzinfo=UTC),
    "2027-10-31 03:00": datetime(2027, 10, 31, 2, 0, tzinfo=UTC),
}


@pytest.fixture(params=["page", "decision"])
def thing(request, db, settings, tmp_path):
    """A page and an entry of a register, which are published."""
    settings.RUN_DIR = tmp_path
    if request.param == "page":
        return StandardPage.objects.originals().get(slug="privacy")
    return Decision.objects.create(number=1, decided="2020", wording="As adopted", disclosure="public")


@pytest.fixture
def schedule(client, log_in, thing):
    """Schedule a new version for an hour, as it is typed in Brussels."""
    log_in("Publishers")
    if isinstance(thing, Page):
        address = reverse("wagtailadmin_pages:edit", args=[thing.pk])
        typed = {"summary": "From then on"}
    else:
        address = reverse("wagtailsnippets_governance_decision:edit", args=[thing.pk])
        typed = {"wording": "From then on", "correction_reason": "A slip."}

    def send(hour):
        sent = filled_in(client.get(address).content, **typed, go_live_at=hour)
        return client.post(address, {**sent, "action-publish": "1"})

    return send


def shown(thing):
    now = type(thing).objects.get(pk=thing.pk)
    return now.summary if isinstance(thing, Page) else now.wording


def test_a_form_names_the_zone_of_what_is_scheduled(client, log_in, thing):
    user = log_in("Publishers")
    UserProfile.objects.update_or_create(user=user, defaults={"current_time_zone": "Asia/Shanghai"})
    of_page = isinstance(thing, Page)
    name = "wagtailadmin_pages:edit" if of_page else "wagtailsnippets_governance_decision:edit"
    html = BeautifulSoup(client.get(reverse(name, args=[thing.pk])).content, "html.parser")

    for box in ("go_live_at", "expire_at"):
        told = html.find("input", {"name": box})["aria-describedby"]
        # In a template, of which the parser tells no text.
        assert "Beijing time" in str(html.find(id=told))


@pytest.mark.parametrize("hour", [SKIPPED, DOUBLED])
def test_an_hour_that_is_not_there_or_there_twice_is_refused_beside_its_field(schedule, thing, hour):
    answer = schedule(hour)

    assert answer.status_code == 200
    assert "couldn’t be interpreted in time zone Europe/Brussels" in answer.content.decode()
    assert not type(thing).objects.get(pk=thing.pk).scheduled_revision
    assert shown(thing) != "From then on"


@pytest.mark.parametrize("hour", AROUND)
def test_the_hours_around_them_come_when_the_clock_on_the_wall_shows_them(schedule, thing, hour):
    assert schedule(hour).status_code == 302

    for minutes, there in ((-1, False), (1, True)):
        with time_machine.travel(AROUND[hour].timestamp() + 60 * minutes, tick=False):
            call_command("worker", once=True, stdout=StringIO())
        assert (shown(thing) == "From then on") is there
