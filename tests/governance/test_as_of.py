"""The registers as they stood on a day: the phase, the names, who sat, and the terms of that phase."""

import pytest
from bs4 import BeautifulSoup

from governance.models import Decision, Seat
from partners.models import Person
from sesec_portal.home.starter.builders import publish_phase
from tests.reading import words

COMMITTEE = "/en/steering-committee/"


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def terms(cen):
    """Two holders of CEN's seat, one after the other."""
    seat = Seat.objects.get(partner=cen)
    for name, starts, ends in [("Ada First", "2014-09", "2017"), ("Ben Second", "2018-04", "")]:
        person = Person.objects.create(name=name, consent="given", consent_source="A letter")
        seat.terms.create(holder=person, starts=starts, ends=ends)
    seat.save()


SWEEP = [
    # day, phase, its terms of reference are linked, DG GROW's name on the day, holder of CEN's seat
    ("2007-06-15", "SESEC I", False, "Enterprise and Industry", "no holder recorded"),
    ("2010-06-15", "SESEC II", False, "Enterprise and Industry", "no holder recorded"),
    ("2013-06-15", None, False, "Enterprise and Industry", "no holder recorded"),
    ("2016-05-01", "SESEC III", True, "Internal Market", "Ada First"),
    ("2019-06-15", "SESEC IV", True, "Internal Market", "Ben Second"),
    ("2022-06-15", None, False, "Internal Market", "Ben Second"),
    ("2026-11-22", None, False, "Internal Market", "Ben Second"),
]


@pytest.mark.parametrize("real_day", [(2026, 11, 22), (2031, 1, 1)])
@pytest.mark.parametrize(("day", "phase", "has_terms", "name", "holder"), SWEEP)
def test_the_committee_is_shown_as_it_stood(client, terms, on_day, real_day, day, phase, has_terms, name, holder):
    with on_day(*real_day):
        html = page(client, f"{COMMITTEE}as-of/{day}/")

    facts = words(html.find(class_="facts"))
    seats = {row.a.get_text(strip=True): words(row) for row in html.select("table.seats tbody tr")}
    assert f"Phase on that day {phase or 'none is recorded as running'}" in facts
    assert ("Terms of reference" in facts) is has_terms
    assert name in words(html.select_one("table.seats"))
    assert ("EC DG GROW" in seats) is (name == "Internal Market")
    assert holder in seats["CEN"]


@pytest.mark.parametrize(
    ("day", "listed", "not_listed"),
    [
        ("2007-06-15", ["SESEC I"], ["SESEC II", "SESEC III", "SESEC V"]),
        ("2010-06-15", ["SESEC I", "SESEC II"], ["SESEC III"]),
        ("2016-05-01", ["SESEC III"], ["SESEC IV", "SESEC V"]),
        ("2022-06-15", ["SESEC IV"], []),
    ],
)
def test_the_phases_are_those_that_had_begun(client, db, day, listed, not_listed):
    titles = [heading.get_text(strip=True) for heading in page(client, f"/en/phases/as-of/{day}/").select(".phases h2")]

    assert set(listed) <= set(titles)
    assert not set(not_listed) & set(titles)


def test_a_phase_ended_since_is_running_on_a_day_within_it(client, db):
    entries = [words(entry) for entry in page(client, "/en/phases/as-of/2016-05-01/").select("li.phases__phase")]

    assert [entry for entry in entries if entry.startswith("SESEC III") and "running" in entry]


@pytest.mark.parametrize(
    "register", ["/en/phases/", COMMITTEE, f"{COMMITTEE}priorities/", "/zh-hans/steering-committee/"]
)
def test_these_pages_are_not_for_search_engines_and_point_at_the_live_page(client, db, register):
    html = page(client, f"{register}as-of/2016-05-01/")

    assert html.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert html.find("link", rel="canonical")["href"] == f"http://testserver{register}"
    assert html.find(class_="notice--as-of").a["href"] == register


@pytest.mark.parametrize("register", ["/en/phases/", COMMITTEE, f"{COMMITTEE}priorities/"])
def test_the_date_picker_leads_to_the_day_without_javascript(client, db, register):
    form = page(client, register).find(class_="day-picker")

    response = client.get(form["action"], {form.find("input")["name"]: "2016-05-01"})
    assert response.url == f"{register}as-of/2016-05-01/"


@pytest.mark.parametrize(
    "day", ["2016-02-30", "2016-13-01", "banana", "Maibaum", "2016-31", "1815-06-18", "2100-01-01", "2016-05-01-x"]
)
@pytest.mark.parametrize("register", ["/en/phases/", COMMITTEE, f"{COMMITTEE}priorities/"])
def test_a_day_that_is_none_gets_a_page_that_says_what_to_type(client, db, register, day):
    for address in (f"{register}as-of/{day}/", f"{register}as-of/?day={day}"):
        response = client.get(address)

        assert response.status_code == 404, address
        assert "2016, 2016-05 or 2016-05-01" in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("2016年", "2016"),
        ("2016年5月", "2016-05"),
        ("2016年5月1日", "2016-05-01"),
        ("2016/5", "2016-05"),
        ("2016/05/01", "2016-05-01"),
        ("2016-5-1", "2016-05-01"),
        ("01.05.2016", "2016-05-01"),
        ("5/2016", "2016-05"),
        ("May 2016", "2016-05"),
        ("1 Sept. 2016", "2016-09-01"),
    ],
)
def test_a_date_is_read_as_readers_write_it(client, db, typed, asked):
    response = client.get(f"{COMMITTEE}as-of/", {"day": typed})

    assert response.url == f"{COMMITTEE}as-of/{asked}/"


@pytest.mark.parametrize(
    ("asked", "day"),
    [("2016", "31 December 2016"), ("2016-02", "29 February 2016"), ("2016-02-29", "29 February 2016")],
)
def test_a_year_or_a_month_is_read_as_of_its_last_day_and_says_so(client, terms, asked, day):
    response = client.get(f"{COMMITTEE}as-of/", {"day": f" {asked} "})
    assert response.url == f"{COMMITTEE}as-of/{asked}/"

    shown = words(page(client, response.url).main)

    assert f"as it stood on {day}, as far as it is recorded." in shown
    assert ("That is the last day of" in shown) is (len(asked) < 10)
    assert "Ada First" in shown
    assert page(client, response.url).find(id="day")["value"] == asked


def test_a_day_to_come_is_not_told_as_past(client, terms, on_day):
    with on_day(2026, 11, 29):
        for asked, day in (("2026", "31 December 2026"), ("2035-01-01", "1 January 2035")):
            shown = words(page(client, f"{COMMITTEE}as-of/{asked}/").main)
            assert f"{day} is still to come." in shown
            assert "as it stood" not in shown
        assert "still to come" not in words(page(client, f"{COMMITTEE}as-of/2026-11-29/").main)


def test_who_asks_for_no_day_is_offered_when_something_changed_as_exact_as_the_source(client, terms, cen, on_day):
    seat = Seat.objects.get(partner=cen)
    seat.terms.create(starts="2009~", ends="2012-11-30", alternate=True)
    seat.terms.create(starts="2007-21", ends="200X", alternate=True)
    seat.save()
    with on_day(2018, 6, 1):
        offered = page(client, f"{COMMITTEE}as-of/").select_one(".days")
        chinese = words(page(client, "/zh-hans/steering-committee/as-of/").select_one(".days"))
    links = [(link["href"].removeprefix(COMMITTEE), words(link)) for link in offered.select("dd a")]

    # Of an end that is known to the day, the day after it; what can mean several years is no time to ask about.
    assert links == [
        ("as-of/2018-04/", "April 2018"),
        ("as-of/2017/", "2017"),
        ("as-of/2014-09/", "September 2014"),
        ("as-of/2012-12-01/", "1 December 2012"),
        ("as-of/2009/", "about 2009"),
        ("as-of/2007/", "spring 2007"),
    ]
    assert "as-of/2014/" in {link["href"].removeprefix(COMMITTEE) for link in offered.select("dt a")}
    assert "2018年4月 2017" in chinese
    assert "2012年12月1日" in chinese
    for address, _label in links:
        assert client.get(f"{COMMITTEE}{address}").status_code == 200, address
    assert f"{COMMITTEE}as-of/" in {link["href"] for link in page(client, COMMITTEE).select(".day-picker a")}


def test_each_day_on_which_a_status_or_a_text_changed_is_offered(sample, client, on_day):
    decision = Decision.objects.get(number=903)
    days = {line.day for line in decision.log.all()}
    assert len(days) > 1
    with on_day(2026, 11, 22):
        offered = page(client, f"{COMMITTEE}as-of/").select_one(".days")

    links = {link["href"].removeprefix(COMMITTEE) for link in offered.select("dd a")}
    assert {f"as-of/{day}/" for day in days} <= links


def test_a_term_that_ends_with_the_last_day_of_the_calendar_of_the_register_is_offered_nothing(client, terms, cen):
    seat = Seat.objects.get(partner=cen)
    seat.terms.create(starts="2018-04-01", ends="2999-12-31", alternate=True)
    seat.save()

    assert "1 April 2018" in words(page(client, f"{COMMITTEE}as-of/").select_one(".days"))


def test_what_is_planned_and_what_is_private_is_no_day_of_change(client, phase_index, on_day):
    publish_phase(phase_index, title="SESEC X", slug="x", number=10, starts="2033-05-05", planned_end="2033-06-06")
    with on_day(2026, 11, 22):
        assert "2033" not in words(page(client, "/en/phases/as-of/").select_one(".days"))
    with on_day(2034, 1, 1):
        shown = words(page(client, "/en/phases/as-of/").select_one(".days"))
    assert "5 May" in shown
    assert "7 June" in shown


def test_what_is_asked_of_one_page_changes_no_other(client, db, on_day):
    with on_day(2026, 11, 22):
        client.get(f"{COMMITTEE}as-of/2016-05-01/")
        client.get(f"{COMMITTEE}as-of/2016-02-30/")

        assert "As recorded on 22 November 2026." in words(page(client, COMMITTEE).main)


def test_a_phase_recorded_later_shows_on_the_days_it_held(client, phase_index):
    publish_phase(
        phase_index,
        title="SESEC 0",
        slug="sesec-0",
        number=9,
        starts="2005-01",
        ends="2005-12",
        locale=phase_index.locale,
    )

    assert "SESEC 0" in words(page(client, f"{COMMITTEE}as-of/2005-06-01/").find(class_="facts"))
