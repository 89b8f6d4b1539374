"""The committee page tells whose seats they are and who sits, as far as it may."""

import pytest
from bs4 import BeautifulSoup

from governance.models import Seat, TermOfOffice
from partners.models import Person
from tests.reading import words


def seats(client, language="en"):
    html = BeautifulSoup(client.get(f"/{language}/steering-committee/").content, "html.parser")
    rows = html.select("table.seats tbody tr")
    return {row.th.a.get_text(strip=True): words(row.td) for row in rows}


@pytest.fixture
def term(cen):
    """A term on CEN's seat whose holder agreed to be named."""
    person = Person.objects.create(name="Ada Sample", consent="given", consent_source="A letter of 1 May 2020")
    return TermOfOffice.objects.create(seat=Seat.objects.get(partner=cen), starts="2020-05", holder=person)


def test_five_seats_belong_to_the_five_partners_and_nobody_is_invented(client, db):
    assert seats(client) == dict.fromkeys(["CEN", "CENELEC", "ETSI", "EC DG GROW", "EFTA"], "no holder recorded")


def test_who_sits_is_named_with_the_term(client, term, on_day):
    with on_day(2026, 11, 22):
        assert seats(client)["CEN"] == "Ada Sample, from May 2020"


def test_a_holder_without_consent_is_not_published(client, term):
    Person.objects.update(consent="")

    assert seats(client)["CEN"] == "not published"
    assert "Ada Sample" not in client.get("/en/steering-committee/").content.decode()


def test_a_term_without_a_holder_is_a_vacancy(client, term):
    TermOfOffice.objects.update(holder=None)

    assert seats(client)["CEN"] == "vacant"


def test_a_term_that_is_over_is_not_shown_as_held(client, term, on_day):
    term.ends = "2024"
    term.save()

    with on_day(2024, 12, 31):
        assert "Ada Sample" in seats(client)["CEN"]
    with on_day(2025, 1, 1):
        assert seats(client)["CEN"] == "no holder recorded"


def test_the_project_leader_is_told_with_its_phase(client, db):
    facts = BeautifulSoup(client.get("/en/steering-committee/").content, "html.parser").find(class_="facts")

    assert "Project leader, SESEC IV CEN" in words(facts)
