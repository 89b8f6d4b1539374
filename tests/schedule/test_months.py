"""The months of the schedule: the days of Brussels, in weeks that begin on Monday."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from newsroom.models import EventIndexPage
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.newsroom import publish_event
from tests.reading import words


@pytest.fixture
def month(client):
    """Return a month as the browser gets it: `month("2026-11")`."""

    def seen(asked=""):
        answer = client.get(reverse("scheduled_month"), {"month": asked} if asked else {})
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser").main

    return seen


@pytest.fixture
def expires(db):
    """Let a page be unpublished at an instant, given in UTC: `expires(2026, 11, 1, 10)`."""

    def set_to(*instant):
        page = StandardPage.objects.originals().get(slug="privacy")
        StandardPage.objects.filter(pk=page.pk).update(expire_at=datetime(*instant, tzinfo=UTC))
        return page

    return set_to


def days_with(html, said):
    return [day.find("time")["datetime"] for day in html.select("td") if said in words(day)]


def test_a_month_is_a_table_with_a_caption_whose_weeks_begin_on_monday(log_in, month):
    log_in("Editors")

    html = month("2020-11")

    assert "November 2020" in words(html.caption)
    heads = html.select("thead th")
    assert [words(head) for head in heads] == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
    assert {head["scope"] for head in heads} == {"col"}
    weeks = [[words(day) for day in row.select("td")] for row in html.select("tbody tr")]
    assert weeks[0] == ["", "", "", "", "", "", "1"]
    assert weeks[-1] == ["30", "", "", "", "", "", ""]


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ("2026-12", "2026-11", "2027-01"),
        ("2027-01", "2026-12", "2027-02"),
        ("1950-01", None, "1950-02"),
        ("2099-12", "2099-11", None),
    ],
)
def test_links_lead_to_the_months_beside_it(log_in, month, asked, before, after):
    log_in("Editors")

    html = month(asked)

    for rel, there in (("prev", before), ("next", after)):
        link = html.find("a", rel=rel)
        assert (link and link["href"]) == (there and f"?month={there}")


@pytest.mark.parametrize("asked", ["2026-13", "2026", "1949-12", "2100-01", "2026-1", "now", "２０２６-11", "0000-01"])
def test_what_is_no_month_is_not_found(client, log_in, asked):
    log_in("Editors")

    assert client.get(reverse("scheduled_month"), {"month": asked}).status_code == 404


def test_today_is_marked_in_words(log_in, month, on_day):
    with on_day(2031, 3, 31, 23):
        log_in("Editors")
        html = month()

    assert "March 2031" in words(html.caption)
    assert [words(day) for day in html.select("td[aria-current=date]")] == ["31 today"]
    assert not month("2031-04").select("[aria-current=date]")


def test_an_entry_leads_to_its_form(log_in, month, expires):
    page = expires(2031, 7, 1, 10)
    log_in("Publishers")

    link = month("2031-07").select_one("td a")

    assert link["href"] == reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize(
    ("instant", "day", "told"),
    [
        ((2026, 10, 31, 22, 59), "2026-10-31", "23:59 Brussels time; 1 November 2026, 06:59 Beijing time"),
        ((2026, 10, 31, 23, 0), "2026-11-01", "00:00 Brussels time; 07:00 Beijing time"),
        ((2026, 11, 30, 22, 59), "2026-11-30", "23:59 Brussels time; 1 December 2026, 06:59 Beijing time"),
        ((2027, 3, 27, 22, 59), "2027-03-27", "23:59 Brussels time; 28 March 2027, 06:59 Beijing time"),
        ((2027, 3, 28, 21, 59), "2027-03-28", "23:59 Brussels time; 29 March 2027, 05:59 Beijing time"),
        ((2027, 10, 30, 21, 59), "2027-10-30", "23:59 Brussels time; 31 October 2027, 05:59 Beijing time"),
        ((2027, 10, 31, 0, 30), "2027-10-31", "02:30 Brussels time, UTC+02:00; 08:30 Beijing time"),
        ((2027, 10, 31, 1, 30), "2027-10-31", "02:30 Brussels time, UTC+01:00; 09:30 Beijing time"),
        ((2027, 10, 31, 22, 59), "2027-10-31", "23:59 Brussels time; 1 November 2027, 06:59 Beijing time"),
    ],
)
def test_it_stands_on_its_day_in_brussels_and_says_which_it_is_in_beijing(log_in, month, expires, instant, day, told):
    expires(*instant)
    user = log_in("Publishers")
    # Whatever clock the editor has chosen.
    UserProfile.objects.update_or_create(user=user, defaults={"current_time_zone": "Asia/Shanghai"})

    assert days_with(month(day[:7]), told) == [day]
    beside = "2026-11" if day.startswith("2026-10") else "2026-10"
    assert not days_with(month(beside), told)


@pytest.mark.parametrize(
    ("starts", "ends", "begun", "ended", "told"),
    [
        ("2031-07-01[Asia/Shanghai]", "2031-07-31[Asia/Shanghai]", "2031-07-01", "2031-07-31", "18:00 Brussels time"),
        ("2031-07-01[Europe/Brussels]", "2031-07-31[Europe/Paris]", "2031-07-01", "2031-07-31", "24:00 Brussels time"),
        ("2031-07-01[Asia/Tokyo]", "2031-07-31[America/New_York]", "2031-07-01", "2031-08-01", "06:00 Brussels time"),
    ],
)
def test_a_day_alone_begins_on_its_day_and_ends_when_it_is_over(home, log_in, month, starts, ends, begun, ended, told):
    publish_event(
        EventIndexPage.objects.originals().get(),
        title="Fair",
        slug="fair",
        kind="webinar",
        locale=home.locale,
        starts=starts,
        ends=ends,
    )
    log_in("Publishers")

    assert days_with(month(begun[:7]), "Event: begins") == [begun]
    assert days_with(month(ended[:7]), "Event: ends " + told) == [ended]


def test_it_speaks_chinese_to_whoever_has_chosen_that(log_in, month, expires):
    expires(2031, 7, 1, 10)
    user = log_in("Publishers")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "zh-hans"})

    html = month("2031-07")
    translation.activate("en")

    assert "2031年7月" in words(html.caption)
    assert words(html.select("thead th")[0]) == "星期一"
    assert "布鲁塞尔时间12:00" in words(html.select_one("td:has(a)"))
