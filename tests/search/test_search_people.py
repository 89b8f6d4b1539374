"""Readers find people where they are named, in both languages, and nobody who may not be named."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import PageViewRestriction

from governance.models import Seat, TermOfOffice
from partners.erasure.erasing import erase
from partners.models import PartnerPage, Person
from sesec_portal.search.index.backfill import backfill, rebuild
from tests.search.searching import addresses, counts, offered, search, words_kept

COMMITTEE = "/en/steering-committee/"


@pytest.fixture
def holder(db, phase_four):
    """Somebody with a name of their own in both languages, who works for SESEC IV."""
    fields = {"name": "Quirin Zither", "name_zh": "齐瑟", "biography": "Dr Zither plays the glockenspiel."}
    person = Person.objects.create(**fields, consent="given", consent_source="A letter")
    phase_four.team.create(person=person, office="manager")
    phase_four.save()
    return person


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", ["Quirin Zither", "zither", "齐瑟"])
def test_a_person_is_found_by_either_name_in_either_language(client, holder, name, language):
    html = search(client, name, language)

    assert addresses(html) == [f"/{language}/phases/sesec-iv/"]
    assert not html.select(".elsewhere")


def test_a_person_is_told_by_name_office_and_kind(client, holder):
    result = search(client, "Zither").select_one("ol.results li")

    assert result.h3.get_text() == "Quirin Zither"
    assert "Person" in result.select_one(".results__kind").get_text()
    assert "project manager, SESEC IV" in result.select_one(".results__extract").get_text()
    assert counts(search(client, "Zither"), "type") == {"person": 1}


def withdraw(person):
    person.consent = ""
    person.save()


def withdraw_in_a_draft(person):
    person.consent = ""
    person.save_revision()


def unpublish(person):
    person.unpublish()


def erase_all(person):
    erase(person, get_user_model().objects.create_user("eraser", "eraser@example.org"))


def leave(person):
    person.offices.all().delete()


def hide_the_page(person):
    phase = person.offices.get().phase
    phase.unpublish()


HIDING = [withdraw, withdraw_in_a_draft, unpublish, erase_all, leave, hide_the_page]


@pytest.mark.parametrize("hide", HIDING)
def test_who_may_not_be_named_is_in_the_index_no_more(client, holder, hide):
    assert "zither" in words_kept().lower()
    hide(holder)

    assert "zither" not in words_kept().lower()
    assert "glockenspiel" not in words_kept().lower()
    for language in ("en", "zh-hans"):
        for name in ("Zither", "Zithre", "齐瑟"):
            assert not search(client, name, language).select(".results a, .search__suggestion")


def test_somebody_without_consent_is_never_there_whatever_is_done(client, sample):
    nobody = Person.objects.get(name="Sample Holder C")
    nobody.save()
    rebuild()
    backfill()

    assert "Holder C" not in words_kept()


def test_a_person_is_as_private_as_the_page_that_names_them(client, holder, phase_four):
    PageViewRestriction.objects.create(page=phase_four, restriction_type="login")
    assert not offered(search(client, "Zither"))

    rebuild()
    assert "zither" not in words_kept().lower()


def test_who_is_named_on_a_further_page_is_found_there_when_the_first_is_gone(client, holder, phase_four):
    seat = Seat.objects.get(partner=PartnerPage.objects.originals().get(slug="etsi"))
    TermOfOffice.objects.create(seat=seat, holder=holder, starts="2020", alternate=True)
    assert addresses(search(client, "Zither")) == ["/en/phases/sesec-iv/", f"{COMMITTEE}#seat-etsi"]

    phase_four.unpublish()
    assert addresses(search(client, "Zither")) == [f"{COMMITTEE}#seats", f"{COMMITTEE}#seat-etsi"]


@pytest.mark.parametrize("hide", [withdraw, withdraw_in_a_draft, unpublish, erase_all])
def test_a_seat_tells_no_name_that_may_not_be_told(client, holder, hide):
    seat = Seat.objects.get(partner=PartnerPage.objects.originals().get(slug="etsi"))
    term = TermOfOffice.objects.create(seat=seat, holder=holder, starts="2020")
    assert addresses(search(client, "Zither", type="seat")) == [f"{COMMITTEE}#seat-etsi"]

    hide(holder)
    assert "zither" not in words_kept().lower()
    assert addresses(search(client, "seat of ETSI", type="seat"))[0] == f"{COMMITTEE}#seat-etsi"

    term.delete()
    assert "zither" not in words_kept().lower()
