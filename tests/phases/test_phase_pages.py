"""A phase tells its dates, its status, its partners and its sources, and never more than is known."""

import pytest
from bs4 import BeautifulSoup

from phases.models import PhasePage
from phases.status import Status
from sesec_portal.home.starter.builders import publish_phase
from tests.reading import main_of, words


@pytest.mark.parametrize(
    ("number", "day", "status"),
    [
        (1, (2006, 4, 30), Status.PLANNED),
        (1, (2006, 5, 1), Status.RUNNING),
        (1, (2009, 6, 30), Status.RUNNING),
        (1, (2009, 7, 1), Status.ENDED),
        (2, (2012, 12, 31), Status.RUNNING),
        (2, (2013, 1, 1), Status.ENDED),
        (4, (2021, 4, 30), Status.RUNNING),
        (4, (2021, 5, 1), Status.OVERDUE),
        (4, (2026, 11, 22), Status.OVERDUE),
        (5, (2026, 11, 22), Status.UNDATED),
    ],
)
def test_the_status_follows_from_the_dates_and_the_day(db, on_day, number, day, status):
    with on_day(*day):
        assert PhasePage.objects.get(number=number).status == status


def test_the_day_changes_at_midnight_in_brussels(phase_index, on_day):
    phase = publish_phase(
        phase_index, title="SESEC VI", slug="sesec-vi", number=6, starts="2030-01-01", locale=phase_index.locale
    )

    with on_day(2029, 12, 31, 23):
        assert phase.status == Status.PLANNED
    with on_day(2030, 1, 1, 0):
        assert phase.status == Status.RUNNING


def test_readers_are_told_what_is_true_on_the_day(client, db, on_day):
    with on_day(2026, 11, 22):
        page = main_of(client, "/en/phases/sesec-iv/")

    assert "April 2018" in page
    assert "about April 2021" in page
    assert "planned end passed, end not recorded" in page
    assert "Not on record for this phase: end, results." in page


@pytest.mark.parametrize(
    ("starts", "ends", "english", "chinese"),
    [
        ("2021-21", "2022-24~", ["spring 2021", "about winter 2022/2023"], ["2021年春季", "约2022/2023年冬季"]),
        ("201X", "20XX?", ["the 2010s", "possibly some time in 2000–2099"], ["2010年代", "可能为2000年至2099年间"]),
    ],
)
def test_a_date_is_told_as_its_source_has_it_though_no_calendar_does(
    client, phase_four, starts, ends, english, chinese
):
    phase_four.starts, phase_four.planned_end, phase_four.ends = starts, "2022-XX", ends
    phase_four.save()

    for language, told in (("en", english), ("zh-hans", chinese)):
        html = BeautifulSoup(client.get(f"/{language}/phases/sesec-iv/").content, "html.parser").main
        assert all(date in words(html) for date in told)
        assert [time["datetime"] for time in html.select(".facts time")] == ["2022"]
        listed = main_of(client, f"/{language}/phases/")
        assert all(date in listed for date in told)


def test_the_partners_are_listed_with_their_roles_in_that_phase(client, db):
    assert "CEN partner project leader" in main_of(client, "/en/phases/sesec-iv/")
    assert "CEN partner CENELEC partner" in main_of(client, "/en/phases/sesec-i/")
    assert "roles of the partners, expert, objectives" in main_of(client, "/en/phases/sesec-v/")


def test_where_sources_differ_the_page_says_so_and_lists_them(client, db):
    page = main_of(client, "/en/phases/sesec-i/")

    assert "Sources disagree on the start" in page
    assert "May 2006" in page
    assert "July 2006" in page
    assert "Sources disagree" not in main_of(client, "/en/phases/sesec-ii/")


def test_a_source_that_contradicts_the_recorded_date_is_a_disagreement(client, phase_index, source):
    publish_phase(
        phase_index,
        title="SESEC VI",
        slug="sesec-vi",
        number=6,
        starts="2030-01",
        statements=[{"fact": "starts", "date": "2030-02", "cited": source("A newsletter")}],
        locale=phase_index.locale,
    )

    assert "Sources disagree on the start" in main_of(client, "/en/phases/sesec-vi/")


def test_neighbours_go_by_date_and_the_undated_comes_last(client, db):
    html = BeautifulSoup(client.get("/en/phases/sesec-iv/").content, "html.parser")

    assert html.find("a", rel="prev")["href"] == "/en/phases/sesec-iii/"
    assert html.find("a", rel="next")["href"] == "/en/phases/sesec-v/"
    assert not BeautifulSoup(client.get("/en/phases/sesec-v/").content, "html.parser").find("a", rel="next")


def test_somebody_without_consent_is_not_named(client, db):
    person = PhasePage.objects.get(number=3).team.first().person
    assert "Betty Xu" in main_of(client, "/en/phases/sesec-iii/")

    person.consent = ""
    person.save()

    for address in ("/en/phases/sesec-iii/", "/en/phases/sesec-iv/", "/en/", "/zh-hans/"):
        assert "Betty Xu" not in client.get(address).content.decode(), address
    assert "Name not published" in main_of(client, "/en/phases/sesec-iii/")


def test_terms_of_reference_are_numbered_and_belong_to_one_phase(client, db):
    html = BeautifulSoup(client.get("/en/phases/sesec-iii/terms-of-reference/").content, "html.parser")

    assert html.select("ol.clauses > li > h2")
    targets = [link["href"] for link in html.select(".contents a")]
    assert targets == [f"#{clause['id']}" for clause in html.select("ol.clauses > li")]
    assert "/en/phases/sesec-iii/" in str(html.find(class_="facts"))
    assert (
        client.get("/en/phases/sesec-iv/terms-of-reference/").content
        != client.get("/en/phases/sesec-iii/terms-of-reference/").content
    )


def test_a_phase_without_a_start_comes_before_the_one_that_began_after_its_end(client, phase_index):
    phase = PhasePage.objects.get(number=5)
    phase.ends = "2027-03"
    phase.save_revision().publish()
    publish_phase(phase_index, title="SESEC VI", slug="sesec-vi", number=6, starts="2027-04", locale=phase_index.locale)

    html = BeautifulSoup(client.get("/en/phases/sesec-v/").content, "html.parser")

    assert html.find("a", rel="prev")["href"] == "/en/phases/sesec-iv/"
    assert html.find("a", rel="next")["href"] == "/en/phases/sesec-vi/"
    assert [page.number for page in PhasePage.objects.for_listing().by_date()] == [1, 2, 3, 4, 5, 6]
