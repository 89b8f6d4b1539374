"""The committee's page shows the latest of a long register; all of it can be read year by year."""

import pytest
from bs4 import BeautifulSoup
from django.utils.html import escape

from governance.models import Decision, MeetingPage, StatusEntry, SteeringCommitteePage
from governance.models.year_archive import MOST
from sesec_portal.home.starter.builders import publish
from tests.reading import main_of, words

COMMITTEE = "/en/steering-committee/"
REGISTER = f"{COMMITTEE}decisions/"


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def numbers(html):
    return [int(entry["id"].removeprefix("decision-")) for entry in html.select("ol.decisions > li")]


def links(html):
    return {words(link): link["href"] for link in html.main.find_all("a")}


@pytest.fixture
def decide(db):
    """Record public decisions by their numbers: `decide(range(1, 4), decided="2020-05")`."""

    def record(wanted, **fields):
        fields = {"decided": "2020-05-04", "wording": "Wording", "disclosure": "public", **fields}
        return Decision.objects.bulk_create(Decision(number=number, **fields) for number in wanted)

    return record


@pytest.fixture
def meet(db):
    """Publish meetings by their numbers, as `decide`."""
    committee = SteeringCommitteePage.objects.get(locale__language_code="en")

    def record(wanted, held):
        for number in wanted:
            meeting = MeetingPage(title=f"Meeting {number}", slug=f"m{number}", number=number, held=held)
            meeting.locale = committee.locale
            publish(meeting, committee)

    return record


def test_the_committees_page_shows_the_ten_latest_and_leads_to_all(client, decide):
    decide(range(1, 13), decided="2020")
    decide(range(13, 24), decided="2021", kind="measure")
    html = page(client, COMMITTEE)

    assert numbers(html) == [*range(12, 2, -1), *range(23, 13, -1)]
    assert links(html)["All decisions and measures (23)"] == REGISTER
    assert numbers(page(client, REGISTER)) == [*range(23, 12, -1)]
    assert numbers(page(client, f"{REGISTER}2020/")) == [*range(12, 0, -1)]


def test_where_the_page_shows_all_there_is_no_link_to_more(client, decide):
    decide(range(1, 11))
    decide(range(11, 21), kind="measure")
    html = page(client, COMMITTEE)

    assert len(numbers(html)) == 20
    assert not any(link.startswith("All ") for link in links(html))
    assert numbers(page(client, REGISTER)) == [*range(20, 0, -1)]


def test_the_register_leads_to_each_year_that_readers_know_of_and_says_how_much_it_has(client, decide):
    decide([1, 2], decided="2019-12-31")
    decide([3], decided="2021~")
    decide([4], decided="2020", disclosure="internal")
    html = page(client, REGISTER)

    years = html.find("nav", attrs={"aria-labelledby": "years-title"})
    assert words(years) == "Years 2021 (1) 2019 (2)"
    assert [link["href"] for link in years.find_all("a")] == [f"{REGISTER}2021/", f"{REGISTER}2019/"]
    assert client.get(f"{REGISTER}2020/").status_code == 404


def test_an_empty_register_says_so(client, db):
    assert "No decision is published." in main_of(client, REGISTER)
    assert "No meeting is published." in main_of(client, f"{COMMITTEE}meetings/")


@pytest.mark.parametrize("address", ["decisions/1999/", "decisions/0000/", "decisions/20/", "minutes/", "decisions/a/"])
def test_there_is_nothing_at_other_addresses(client, decide, address):
    decide([1])

    assert client.get(f"{COMMITTEE}{address}").status_code == 404


def test_a_year_is_a_page_of_its_own_in_both_languages(client, decide):
    decide([1], wording_zh="措辞")
    html, chinese = (page(client, f"/{code}/steering-committee/decisions/2020/") for code in ("en", "zh-hans"))

    assert html.title.string == "Decisions and measures, 2020 – SESEC"
    assert [words(heading) for heading in html.find_all("h1")] == ["Decisions and measures, 2020"]
    assert words(html.find(class_="trail")) == "You are at: Home Steering Committee Decisions and measures, 2020"
    assert html.find("link", rel="canonical")["href"] == f"http://testserver{REGISTER}2020/"
    assert "year by year" in html.find("meta", attrs={"name": "description"})["content"]
    assert not html.find("meta", attrs={"name": "robots"})
    assert html.select_one("nav.languages [lang=zh-hans]")["href"] == "/zh-hans/steering-committee/decisions/2020/"
    named = {link["hreflang"]: link["href"] for link in html.find_all("link", rel="alternate", hreflang=True)}
    assert named["zh-hans"] == "http://testserver/zh-hans/steering-committee/decisions/2020/"
    assert links(html)["CSV"] == f"{COMMITTEE}decisions.csv"
    assert "措辞" in words(chinese.main)


def test_a_year_can_be_read_as_it_stood_on_a_day(client, decide):
    early = decide(range(1, 12), decided="2020-03")
    decide([12], decided="2020-09")
    StatusEntry.objects.bulk_create(
        StatusEntry(decision=early[0], status=status, day=day)
        for status, day in (("planned", "2020-03-01"), ("done", "2021-01-01"))
    )
    day = f"{COMMITTEE}as-of/2020-06-01/"
    address = links(page(client, day))["All decisions and measures (11)"]
    html = page(client, address)

    assert address == f"{day}decisions/"
    assert numbers(html) == [*range(11, 0, -1)]
    assert "Status planned" in words(html.find(id="decision-1"))
    assert html.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert html.find("link", rel="canonical")["href"] == f"http://testserver{REGISTER}"
    assert html.find(class_="notice--as-of").a["href"] == REGISTER
    assert links(html)["2020"] == f"{day}decisions/2020/"
    assert client.get(f"{day}decisions/2020/").status_code == 200
    assert client.get(f"{COMMITTEE}as-of/tomorrow/decisions/").status_code == 404


def test_meetings_stand_there_by_the_year_they_were_held_in(client, meet):
    meet(range(1, 4), "2019-05")
    meet(range(4, 13), "2020-05")
    html = page(client, COMMITTEE)

    assert words(html.select_one(".meetings li")) == "Meeting 12, May 2020"
    assert len(html.select(".meetings li")) == 10
    assert links(html)["All meetings (12)"] == f"{COMMITTEE}meetings/"
    assert len(page(client, f"{COMMITTEE}meetings/").select(".meetings li")) == 9
    assert "Meeting 1, May 2019" in main_of(client, f"{COMMITTEE}meetings/2019/")


def test_a_year_without_end_is_cut_and_says_so(client, decide):
    decide(range(1, MOST + 2))
    html = page(client, f"{REGISTER}2020/")

    assert len(numbers(html)) == MOST
    assert f"This page shows the last {MOST} of {MOST + 1} in this year" in words(html.main)


def test_the_open_data_stay_whole(client, decide):
    decide(range(1, 13))

    assert len(client.get(f"{COMMITTEE}decisions.json").json()["rows"]) == 12


def test_a_made_up_entry_in_a_year_is_marked_as_such(client, decide):
    decide([1], sample=True)
    decide([2], decided="2021")

    marked = [bool(page(client, f"{REGISTER}{year}/").find(class_="notice--sample")) for year in (2020, 2021)]
    assert marked == [True, False]


def test_what_only_a_year_prints_is_found_by_the_search(client, decide):
    decide(range(2, 13), decided="2021")
    Decision.objects.create(number=1, decided="2020", wording="Quokka", disclosure="public")

    assert "Quokka" not in main_of(client, COMMITTEE)
    assert escape(COMMITTEE) in client.get("/en/search/?q=quokka").content.decode()
