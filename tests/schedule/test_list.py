"""One list of what happens by itself, and of what begins and ends."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from newsroom.models import EventIndexPage
from partners.models import Person
from sesec_portal.home.starter.newsroom import publish_event
from sesec_portal.home.starter.standards import publish_call
from sesec_portal.operations import heartbeat
from standards.models import CallIndexPage
from tests.reading import main_of


@pytest.fixture(autouse=True)
def _a_worker_at_work(monkeypatch):
    monkeypatch.setattr(heartbeat, "silence", lambda: 1)


@pytest.fixture
def listed(client):
    """Return the words of the list: `listed()`."""
    return lambda: main_of(client, reverse("scheduled"))


def call(home, **moments):
    index = CallIndexPage.objects.originals().get()
    return publish_call(index, title="Kites", slug="kites", kind="national", locale=home.locale, **moments)


def event(home, name="Fair", **fields):
    index = EventIndexPage.objects.originals().get()
    return publish_event(index, title=name, slug=name.lower(), kind="webinar", locale=home.locale, **fields)


def expire(page, moment):
    type(page).objects.filter(pk=page.pk).update(expire_at=moment)


def test_pages_and_entries_are_listed_by_the_hour_in_both_offices_for_whoever_may_edit_them(
    client, log_in, on_day, home, listed
):
    person = Person.objects.create(name="Somebody")
    with on_day(2026, 11, 22):
        person.go_live_at = timezone.now() + timedelta(days=1)
        person.save_revision().publish()
        page = home.get_children().get(slug="contact").specific
        page.expire_at = timezone.now() + timedelta(hours=3)
        page.save_revision().publish()
        log_in("Publishers")
        seen = listed()
        menu = client.get("/admin/").content.decode()
        assert client.get(reverse("scheduled_results")).status_code == 200

    assert "22 November 2026, 15:00 Brussels time (22:00 Beijing time)" in seen
    assert seen.index("is unpublished") < seen.index("a version is published")
    assert "23 November 2026, 12:00 Brussels time (19:00 Beijing time)" in seen
    assert "not published yet" not in seen
    assert "not unpublished yet" not in seen
    assert reverse("scheduled") in menu


def test_where_nothing_is_scheduled_it_says_so(log_in, listed):
    log_in("Editors")

    assert "Nothing is scheduled." in listed()


def test_calls_and_events_stand_beside_them_until_they_are_over(log_in, on_day, home, listed):
    call(home, opens="2031-04-01[Asia/Shanghai]", deadline="2031-05-01[Asia/Shanghai]")
    event(home, starts="2031-04-02T09:00+08:00[Asia/Shanghai]", ends="2031-04-02T11:00+08:00[Asia/Shanghai]")
    event(home, name="Off", starts="2031-04-02T09:00+08:00[Asia/Shanghai]", state="cancelled")
    with on_day(2031, 3, 1):
        log_in("Publishers")
        before = listed()
    with on_day(2031, 4, 20):
        log_in("Editors")
        after = listed()

    assert "Kites Call for comments opens for comments 1 April 2031" in before
    assert "closes for comments 1 May 2031, 18:00 Brussels time (2 May 2031, 00:00 Beijing time)" in before
    assert "Fair Event begins 2 April 2031, 03:00 Brussels time (09:00 Beijing time)" in before
    assert "Fair Event ends 2 April 2031, 05:00 Brussels time (11:00 Beijing time)" in before
    assert "Off" not in before.split()
    assert "closes for comments" in after
    assert "opens for comments" not in after
    assert "Fair" not in after


@pytest.mark.parametrize(
    ("hour", "told"),
    [
        (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), "28 March 2027, 01:59 Brussels time (08:59 Beijing time)"),
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "28 March 2027, 03:00 Brussels time (09:00 Beijing time)"),
        (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "02:30 Brussels time, UTC+02:00 (08:30 Beijing time)"),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), "02:30 Brussels time, UTC+01:00 (09:30 Beijing time)"),
        (datetime(2027, 10, 31, 2, 0, tzinfo=UTC), "31 October 2027, 03:00 Brussels time (10:00 Beijing time)"),
    ],
)
def test_in_the_nights_in_which_the_clocks_change_both_hours_are_right(log_in, home, listed, hour, told):
    expire(home.get_children().get(slug="contact").specific, hour)
    log_in("Publishers")

    assert told in listed()


def test_what_is_past_its_hour_is_said_to_be_set_and_not_done(log_in, on_day, home, listed):
    with on_day(2031, 3, 1):
        person = Person.objects.create(name="Somebody", go_live_at=timezone.now() + timedelta(hours=1))
        person.save_revision().publish()
        expire(home.get_children().get(slug="contact").specific, timezone.now() + timedelta(hours=1))
    with on_day(2031, 3, 1, 14):
        log_in("Publishers")
        seen = listed()

    assert "set, but not published yet" in seen
    assert "set, but not unpublished yet" in seen


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_it_can_be_taken_along(client, log_in, home, kind):
    expire(home.get_children().get(slug="contact").specific, datetime(2031, 7, 1, 10, tzinfo=UTC))
    log_in("Publishers")

    answer = client.get(reverse("scheduled"), {"export": kind})

    assert f'filename="scheduled.{kind}"' in answer["Content-Disposition"]
    if kind == "csv":
        told = b"".join(answer.streaming_content).decode()
        assert "1 July 2031, 12:00 Brussels time (18:00 Beijing time)" in told


def test_its_head_says_when_the_worker_was_last_heard(log_in, on_day, listed):
    with on_day(2031, 3, 1):
        log_in("Editors")

        assert "The worker was last heard on 1 March 2031, 11:59 Brussels time (18:59 Beijing time)." in listed()


@pytest.mark.parametrize(("silence", "told"), [(600, "last heard 10 minutes ago"), (None, "never heard")])
@pytest.mark.parametrize("name", ["scheduled", "scheduled_month"])
def test_a_late_worker_is_told_of_in_red(client, log_in, monkeypatch, silence, told, name):
    monkeypatch.setattr(heartbeat, "silence", lambda: silence)
    log_in("Editors")

    html = client.get(reverse(name)).content.decode()

    assert f'<p class="schedule-notice schedule-bad">The worker is late, {told}' in html


def test_nobody_sees_what_they_may_not_edit(client, log_in, home, listed):
    expire(home.get_children().get(slug="contact").specific, datetime(2031, 7, 1, 10, tzinfo=UTC))
    user = log_in("Editors")
    assert "is unpublished" in listed()
    user.groups.get().page_permissions.all().delete()
    cache.clear()

    assert "is unpublished" not in listed()
    assert "is unpublished" not in main_of(client, f"{reverse('scheduled_month')}?month=2031-07")


@pytest.mark.parametrize("address", ["/admin/reports/scheduled/", "/admin/reports/scheduled/month/?month=2031-07"])
def test_more_that_is_scheduled_takes_no_more_queries(client, log_in, home, address):
    hour = datetime(2031, 7, 1, 10, tzinfo=UTC)

    def add(number):
        for kind in ("event", "person"):
            name = f"{kind}{number}"
            if kind == "person":
                Person.objects.create(name=name, go_live_at=hour).save_revision().publish()
            else:
                expire(event(home, name=name, starts="2031-07-02T09:00+08:00[Asia/Shanghai]"), hour)

    def count():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            seen = client.get(address).content.decode()
        assert "event1" in seen
        return len(queries)

    log_in("Publishers")
    add(1)
    few = count()
    for number in range(2, 6):
        add(number)

    assert count() == few
    assert Page.objects.filter(expire_at=hour).count() == 5
