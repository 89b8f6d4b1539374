"""Readers have deadlines and events in their own calendars, at the same instants as on the pages."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils.text import slugify
from wagtail.models import Locale

from governance.models import Sector
from newsroom.models import EventIndexPage, NewsIndexPage
from sesec_portal.home.starter.newsroom import publish_event, publish_news
from sesec_portal.home.starter.standards import publish_call
from standards.models import CallIndexPage
from tests.newsroom.calendars import entries, instant, read

BRUSSELS = ZoneInfo("Europe/Brussels")
CALLS, EVENTS, EVERYTHING = "/en/calls/calls.ics", "/en/events/events.ics", "/en/calendar.ics"


@pytest.fixture
def call(db):
    """Publish a call: `call("Kites", deadline="2026-07-01[Asia/Shanghai]")`."""
    index = CallIndexPage.objects.originals().get()

    def publish(title, **fields):
        return publish_call(
            index, title=title, slug=slugify(title, allow_unicode=True), kind="national", locale=index.locale, **fields
        )

    return publish


@pytest.fixture
def event(db):
    """Publish an event: `event("Fair", starts="2026-07-01[Asia/Shanghai]")`."""
    index = EventIndexPage.objects.originals().get()

    def publish(title, **fields):
        return publish_event(index, title=title, slug=slugify(title), kind="webinar", locale=index.locale, **fields)

    return publish


def again(page, **fields):
    """Publish a page once more, changed."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.mark.parametrize(
    ("deadline", "closes", "title"),
    [
        ("2026-07-01T17:00+08:00[Asia/Shanghai]", datetime(2026, 7, 1, 9, tzinfo=UTC), "Deadline: Kites"),
        (
            "2026-07-01[Asia/Shanghai]",
            datetime(2026, 7, 1, 16, tzinfo=UTC),
            "Deadline (end of 1 July 2026): Kites",
        ),
        (
            "2026-03-29[Europe/Brussels]",
            datetime(2026, 3, 29, 22, tzinfo=UTC),
            "Deadline (end of 29 March 2026): Kites",
        ),
        ("2026-10-25T02:30+02:00[Europe/Brussels]", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Deadline: Kites"),
        ("2026-10-25T02:30+01:00[Europe/Brussels]", datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Deadline: Kites"),
    ],
)
def test_a_deadline_stands_at_its_instant_and_takes_no_time(client, call, deadline, closes, title):
    page = call("Kites", deadline=deadline)

    for address in (f"{page.url}call.ics", CALLS, EVERYTHING):
        entry = entries(client, address)[title]
        assert instant(entry["dtstart"]) == closes
        assert "dtend" not in entry
        assert "duration" not in entry
        assert entry["transp"] == "TRANSPARENT"
        assert not entry.walk("VALARM")
        told = "This portal reads it as the end of that day, 24:00." in entry["description"]
        assert told == ("T" not in deadline)


def test_the_portals_own_earlier_deadline_is_an_entry_of_its_own(client, call):
    page = call("Kites", deadline="2026-07-09[Asia/Shanghai]", own_deadline="2026-07-01T12:00+02:00[Europe/Brussels]")
    own = "Deadline for comments through SESEC: Kites"
    found = entries(client, f"{page.url}call.ics")

    assert set(found) == {own, "Deadline (end of 9 July 2026): Kites"}
    assert instant(found[own]["dtstart"]) == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert len({entry["uid"] for entry in found.values()}) == 2


def test_what_has_no_deadline_and_what_is_made_up_is_in_no_calendar(client, call, event):
    without = call("Kites")
    made_up = call("Umbrellas", deadline="2090-07-01[Asia/Shanghai]", sample=True)
    fair = event("Fair", starts="2090-07-01[Asia/Shanghai]", sample=True)

    for address in (f"{without.url}call.ics", f"{made_up.url}call.ics", f"{fair.url}event.ics"):
        assert client.get(address).status_code == 404
    assert client.get(f"{without.url}event.ics").status_code == 404
    assert client.get("/en/calls/events.ics").status_code == 404
    assert client.get("/en/nothing/calls.ics").status_code == 404
    assert not any(title.endswith(("Umbrellas", "Fair")) for title in entries(client, EVERYTHING))
    for page in (without, made_up, fair):
        assert "Add to your calendar" not in client.get(page.url).content.decode()


@pytest.mark.parametrize(("language", "sentence"), [("en", "Made-up entries"), ("zh-hans", "虚构条目")])
def test_a_calendar_says_what_it_leaves_out(client, db, language, sentence):
    calendar = read(client, f"/{language}/calls/calls.ics")

    assert sentence in calendar["description"]
    assert calendar["description"] == calendar["x-wr-caldesc"]


def test_an_event_is_as_long_as_was_announced(client, event):
    event("Talk", starts="2026-07-01T09:00+02:00[Europe/Brussels]", ends="2026-07-01T18:00+08:00[Asia/Shanghai]")
    event("Open", starts="2026-07-02T09:00+02:00[Europe/Brussels]")
    event("Fair", starts="2026-07-04[Asia/Shanghai]", ends="2026-07-06[Asia/Shanghai]")
    event("Day", starts="2026-07-04[Asia/Shanghai]")
    found = entries(client, EVENTS)

    assert instant(found["Talk"]["dtstart"]) == datetime(2026, 7, 1, 7, tzinfo=UTC)
    assert instant(found["Talk"]["dtend"]) == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert found["Talk"]["transp"] == "OPAQUE"
    assert "dtend" not in found["Open"]
    assert [found["Fair"][name].dt for name in ("dtstart", "dtend")] == [date(2026, 7, 4), date(2026, 7, 7)]
    assert [found["Day"][name].dt for name in ("dtstart", "dtend")] == [date(2026, 7, 4), date(2026, 7, 5)]


def test_what_was_called_off_says_so_for_a_year_and_is_gone_then(client, event):
    event("Fair", starts="2026-07-01T09:00+02:00[Europe/Brussels]", state="cancelled")
    event("Talk", starts="2026-07-01[Europe/Brussels]", state="postponed")
    event("Held", starts="2026-07-01[Europe/Brussels]")
    last = datetime(2027, 7, 1, 21, 59, 59, tzinfo=UTC)

    with time_machine.travel(last, tick=False):
        found = entries(client, EVENTS)
        assert found["Cancelled: Fair"]["status"] == "CANCELLED"
        assert found["Postponed: Talk"]["status"] == "TENTATIVE"
        assert found["Postponed: Talk"]["transp"] == "TRANSPARENT"
        assert found["Held"]["status"] == "CONFIRMED"
        assert client.get("/en/events/fair/event.ics").status_code == 200
    with time_machine.travel(last + timedelta(seconds=1), tick=False):
        found = entries(client, EVENTS)
        assert "Held" in found
        assert not any(title.endswith(("Fair", "Talk")) for title in found)
        assert client.get("/en/events/fair/event.ics").status_code == 404


def test_an_entry_keeps_its_name_and_each_publication_in_any_language_makes_it_newer(client, event):
    with time_machine.travel(datetime(2026, 5, 1, tzinfo=UTC), tick=False):
        page = event("Fair", starts="2026-07-01T09:00+02:00[Europe/Brussels]")
    (first,) = entries(client, f"{page.url}event.ics").values()
    with time_machine.travel(datetime(2026, 5, 2, tzinfo=UTC), tick=False):
        again(page, starts="2026-07-02T09:00+02:00[Europe/Brussels]", slug="great-fair", title="Great fair")
    (second,) = entries(client, "/en/events/great-fair/event.ics").values()
    with time_machine.travel(datetime(2026, 5, 3, tzinfo=UTC), tick=False):
        translated = page.copy_for_translation(Locale.objects.get(language_code="zh-hans"))
        again(translated, title="大型展会")
    (third,) = entries(client, "/en/events/great-fair/event.ics").values()
    chinese = entries(client, "/zh-hans/events/events.ics")["大型展会"]

    assert first["uid"] == second["uid"] == third["uid"] == chinese["uid"]
    assert [first["sequence"], second["sequence"], third["sequence"]] == [0, 86400, 2 * 86400]
    for entry, day in ((first, 1), (second, 2), (third, 3), (chinese, 3)):
        assert entry["last-modified"].dt == entry["dtstamp"].dt == datetime(2026, 5, day, tzinfo=UTC)
        assert entry["created"].dt == datetime(2026, 5, 1, tzinfo=UTC)


def test_a_calendar_stays_the_same_to_the_byte_while_nothing_changes(client, call, event, on_day):
    with on_day(2026, 5, 1):
        call("Kites", deadline="2026-07-01[Asia/Tokyo]")
        event("Fair", starts="2026-07-01T09:00+02:00[Europe/Paris]")
        before = client.get(EVERYTHING)
    with on_day(2026, 9, 1):
        after = client.get(EVERYTHING, headers={"if-none-match": before.headers["ETag"]})

    assert after.status_code == 304
    assert not after.cookies


def test_a_file_is_as_rfc_5545_and_rfc_7986_have_it(client, call):
    with time_machine.travel(datetime(2026, 5, 1, tzinfo=UTC), tick=False):
        call("Kites", deadline="2026-07-01[America/New_York]", summary="One, two; three\\four", announced_title="风筝")
        call(
            "风筝" * 60, deadline="2026-07-01[Asia/Shanghai]", deadline_wording="于7月1日前，以邮戳为准；逾期不予受理。"
        )
    raw = client.get(CALLS).content

    lines = raw.split(b"\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert all(line.decode() for line in lines[:-1])
    unfolded = raw.replace(b"\r\n ", b"").decode().split("\r\n")
    assert {"VERSION:2.0", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-WR-CALNAME:SESEC: Calls for comments"} <= {
        *unfolded
    }
    assert not any(line.startswith("METHOD") for line in unfolded)
    assert any(r"One\, two\; three\\four" in line for line in unfolded)
    assert "Deadline (end of 1 July 2026): " + "风筝" * 60 in entries(client, CALLS)


def test_the_rules_of_every_zone_are_there_and_right_around_each_change_of_the_clocks(client, event):
    expected = {}
    for day in ("2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"):
        for minutes in (-60, -1, 0, 59, 60):
            at = datetime.fromisoformat(f"{day}T01:00+00:00") + timedelta(minutes=minutes)
            title = f"Fair {len(expected)}"
            event(title, starts=f"{at.astimezone(BRUSSELS).isoformat(timespec='minutes')}[Europe/Brussels]")
            expected[title] = at
    calendar = read(client, EVENTS)
    rules = {str(zone["tzid"]): zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}

    assert {"Europe/Brussels", "Asia/Shanghai"} <= set(rules)
    for entry in calendar.walk("VEVENT"):
        if str(entry["summary"]) in expected:
            start = entry["dtstart"].dt
            # What the clocks show a second time is in UTC.
            told = start if str(start.tzinfo) == "UTC" else start.replace(tzinfo=rules["Europe/Brussels"])
            assert told.astimezone(UTC) == expected[str(entry["summary"])]


def test_an_empty_calendar_is_one_all_the_same(client, db):
    kites = Sector.objects.create(code="kites", name="kites")
    index = NewsIndexPage.objects.originals().get()
    publish_news(index, title="Kites", slug="kites", locale=index.locale, topics=[{"sector": kites}])
    calendar = read(client, f"{EVERYTHING}?topic=kites")

    assert not calendar.walk("VEVENT")
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai", "Europe/Brussels"]
    assert calendar["x-wr-calname"] == "SESEC: deadlines and events, kites"


def test_one_topic_is_a_calendar_and_a_list_is_as_its_reader_narrowed_it(client, call, event):
    kites = Sector.objects.create(code="kites", name="kites")
    call("Kites", deadline="2090-07-01T12:00+08:00[Asia/Shanghai]", topics=[{"sector": kites}])
    call("Umbrellas", deadline="2090-07-01T12:00+08:00[Asia/Shanghai]")
    event("Fair", starts="2090-07-01[Asia/Shanghai]", topics=[{"sector": kites}])

    assert set(entries(client, f"{EVERYTHING}?topic=kites")) == {"Deadline: Kites", "Fair"}
    assert set(entries(client, f"{CALLS}?topic=kites")) == {"Deadline: Kites"}
    assert set(entries(client, f"{EVENTS}?topic=kites")) == {"Fair"}
    assert "Deadline: Umbrellas" in entries(client, f"{CALLS}?kind=national")
    for address in (EVERYTHING, CALLS, EVENTS):
        assert client.get(f"{address}?topic=nobody").status_code == 404
    html = client.get("/en/calls/?topic=kites").content.decode()
    assert 'href="webcal://testserver/en/calls/calls.ics?topic=kites"' in html
    assert 'href="/en/calls/calls.ics?topic=kites"' in html


def test_what_is_private_or_taken_down_is_in_no_calendar(client, call, event):
    private = call("Kites", deadline="2090-07-01T12:00+08:00[Asia/Shanghai]")
    down = event("Fair", starts="2090-07-01[Asia/Shanghai]")
    private.view_restrictions.create(restriction_type="login")
    down.unpublish()

    assert not {"Deadline: Kites", "Fair"} & set(entries(client, EVERYTHING))
    assert client.get(f"{private.url}call.ics").status_code == 404
    assert client.get("/en/events/fair/event.ics").status_code == 404


def test_a_page_offers_its_calendar_until_its_instant_and_not_after(client, call, event):
    kites = call("Kites", deadline="2026-07-01[Asia/Shanghai]")
    fair = event("Fair", starts="2026-07-01T09:00+08:00[Asia/Shanghai]")
    over = datetime(2026, 7, 1, 16, tzinfo=UTC)

    for page, name in ((kites, "call"), (fair, "event")):
        link = f'href="{page.url}{name}.ics"'
        with time_machine.travel(over - timedelta(seconds=1), tick=False):
            assert link in client.get(page.url).content.decode()
        with time_machine.travel(over, tick=False):
            assert link not in client.get(page.url).content.decode()


def test_a_calendar_that_somebody_follows_is_found_after_its_page_was_renamed(client, event):
    fair = event("Fair", starts="2026-07-01T09:00+08:00[Asia/Shanghai]")
    former = f"{fair.url}event.ics"
    again(fair, slug="renamed")

    answer = client.get(former)
    assert (answer.status_code, answer.url) == (301, former.replace("/fair/", "/renamed/"))
    assert b"BEGIN:VEVENT" in client.get(answer.url).content
    assert client.get(former.replace("event.ics", "call.ics")).status_code == 404

    fair.unpublish()
    assert client.get(former).status_code == 404
