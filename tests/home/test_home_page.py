"""The front page answers, in the first screen, what SESEC is, who runs it, which phase it is in, and who decides."""

import pytest
from bs4 import BeautifulSoup

from governance.models import Seat, TermOfOffice
from partners.models import Person
from sesec_portal.home.starter.builders import publish_phase
from tests.home.loading import load
from tests.home.samples import banner
from tests.reading import words


def front(client, language="en"):
    return BeautifulSoup(client.get(f"/{language}/").content, "html.parser")


def test_the_facts_rail_says_what_is_true_on_22_november_2026(client, db, on_day):
    with on_day(2026, 11, 22):
        facts = words(front(client).find(class_="facts"))

    assert "None is recorded as running on 22 November 2026." in facts
    assert "Last phase with dates SESEC IV April 2018, planned to end about April 2021" in facts
    assert "planned end passed, end not recorded" in facts
    assert "SESEC V Dates not recorded, attested September 2024 to October 2024" in facts
    assert "Last activity on record 5 February 2026" in facts
    assert "5 seats, one for each partner" in facts
    assert "CEN SESEC IV, last recorded" in facts
    assert "Betty Xu, expert since August 2014, last attested December 2024" in facts


def test_a_running_phase_is_named_as_the_phase_now_and_stops_being_it_at_its_end(client, phase_index, on_day):
    publish_phase(
        phase_index,
        title="SESEC VI",
        slug="sesec-vi",
        number=6,
        starts="2026-01",
        ends="2027-06",
        locale=phase_index.locale,
    )

    with on_day(2027, 6, 30):
        assert "Phase now SESEC VI January 2026 to June 2027" in words(front(client).find(class_="facts"))
    with on_day(2027, 7, 1):
        assert "None is recorded as running" in words(front(client).find(class_="facts"))


def test_a_phase_to_come_is_named_as_such_and_its_people_are_not_yet_in_office(client, phase_index, on_day):
    person = Person.objects.create(name="Ada Next", consent="given", consent_source="A letter")
    team = [{"person": person, "office": "expert"}]
    publish_phase(phase_index, title="SESEC VI", slug="sesec-vi", number=6, starts="2030-01", team=team)

    with on_day(2026, 11, 22):
        facts = words(BeautifulSoup(client.get("/en/").content, "html.parser").find(class_="facts--standing"))
    assert "Last phase with dates SESEC IV" in facts
    assert "Planned SESEC VI, from January 2030" in facts
    assert "Ada Next" not in facts

    with on_day(2030, 2, 1):
        facts = words(BeautifulSoup(client.get("/en/").content, "html.parser").find(class_="facts--standing"))
    assert "Phase now SESEC VI" in facts
    assert "Planned" not in facts
    assert "Ada Next" in facts


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_all_five_partners_and_phases_are_on_it(client, db, language):
    links = {link["href"] for link in front(client, language).main.find_all("a")}

    for slug in ("cen", "cenelec", "etsi", "dg-grow", "efta"):
        assert f"/{language}/partners/{slug}/" in links
    assert words(front(client, language).find(class_="timeline")).count("SESEC") >= 5


def test_the_points_of_the_former_front_page_are_on_it(client, db):
    page = words(front(client).main)

    for point in (
        "raise awareness in China of the European Standardization System",
        "standards attaché",
        "size, the growth and the importance of its market",
        "authority and guidance of a Steering Committee",
        "corrective measures",
        "sectoral priorities",
    ):
        assert point in page, point
    background = words(BeautifulSoup(client.get("/en/background/").content, "html.parser").main)
    assert "Over 30 years" in background
    assert "20 years" in background


@pytest.mark.parametrize(
    ("dates", "progress"),
    [
        ({"starts": "2026-01", "ends": "2027-12"}, "month 11 of 24"),
        ({"starts": "2026-01", "planned_end": "2026-12~"}, "month 11 of 12"),
        ({"starts": "2025", "ends": "2027-06"}, "year 2 of 3"),
        ({"starts": "2026-01-XX", "ends": "2027-12"}, "month 11 of 24"),
        ({"starts": "2025-21", "ends": "2027-XX"}, "year 2 of 3"),
        ({"starts": "2025-24", "ends": "2027"}, None),
        ({"starts": "202X", "ends": "2027-06"}, None),
        ({"starts": "2026-01"}, None),
    ],
)
def test_the_progress_of_a_running_phase_is_told_no_finer_than_its_dates(client, phase_index, on_day, dates, progress):
    publish_phase(phase_index, title="SESEC VI", slug="sesec-vi", number=6, locale=phase_index.locale, **dates)

    with on_day(2026, 11, 22):
        facts = front(client).find(class_="facts")

    bar = facts.find("progress")
    assert (words(bar.parent) if bar else None) == progress
    if bar:
        assert [bar["value"], bar["max"]] == [word for word in progress.split() if word.isdigit()]


def test_who_does_what_is_drawn_and_said_in_words(client, db):
    page = front(client)
    drawing = page.find(class_="authority").svg

    assert [text.string for text in drawing.find_all(class_="authority__partner")] == [
        "CEN",
        "CENELEC",
        "ETSI",
        "EC DG",
        "GROW",
        "EFTA",
    ]
    for label in ("Steering Committee", "5 seats, one for each partner", "Project leader: CEN", "Betty Xu"):
        assert label in words(drawing)
    assert "Partners CEN , CENELEC , ETSI , EC DG GROW , EFTA".replace(" ,", ",") in words(page.find(class_="facts"))


def test_only_partners_with_a_seat_are_joined_to_the_committee(client, db):
    Seat.objects.get(partner__slug="efta").delete()

    lines = front(client).find(class_="authority").svg.find_all("line", y1="48")

    assert len(lines) == 4


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_list_of_priorities_in_force_is_linked_once_there_is_one(client, db, on_day, language):
    def linked():
        section = front(client, language).find(id="decides-heading").parent
        return [link["href"] for link in section.select("p > a") if "/priorities/" in link["href"]]

    assert not linked()

    load("--sample")
    with on_day(2026, 11, 22):
        assert linked() == [f"/{language}/steering-committee/priorities/sample-revision-3/"]
    # What the committee adopts later is not in force yet.
    with on_day(2025, 5, 19):
        assert linked() == [f"/{language}/steering-committee/priorities/sample-revision-2/"]


def test_a_made_up_list_of_priorities_is_called_sample_data(client, sample):
    TermOfOffice.objects.all().delete()

    assert banner(client, "/en/")
