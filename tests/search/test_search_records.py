"""Readers find people, decisions and sectors where they are shown, in both languages, and only what is public."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction

from governance.models import Decision, Seat, StatusEntry, SteeringCommitteePage, TermOfOffice
from partners.erasure.erasing import erase
from partners.models import PartnerPage, Person
from sesec_portal.bin.keeping import keeping
from sesec_portal.bin.models import Deletion
from sesec_portal.bin.restoring import bring_back
from sesec_portal.search.index.backfill import backfill, rebuild
from sesec_portal.search.models import SearchEntry
from tests.search.searching import addresses, counts, offered, search

COMMITTEE = "/en/steering-committee/"


@pytest.fixture
def holder(db, phase_four):
    """Somebody with a name of their own in both languages, who works for SESEC IV."""
    fields = {"name": "Quirin Zither", "name_zh": "齐瑟", "biography": "Dr Zither plays the glockenspiel."}
    person = Person.objects.create(**fields, consent="given", consent_source="A letter")
    phase_four.team.create(person=person, office="manager")
    phase_four.save()
    return person


def words_kept():
    """Everything that the index holds."""
    entries = SearchEntry.objects.values_list("title", "summary", "text", "vector", "title_vector")
    return " ".join(str(part) for entry in entries for part in entry)


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
    assert addresses(search(client, "Zither")) == ["/en/phases/sesec-iv/"]

    phase_four.unpublish()
    assert addresses(search(client, "Zither")) == [f"{COMMITTEE}#seats"]


@pytest.mark.parametrize("words", ["903", "No 903", "decision 903", "measure 903", "umbrella"])
def test_a_decision_is_found_by_number_and_text_at_its_place(client, sample, words):
    found = addresses(search(client, words))

    assert f"{COMMITTEE}decisions/2024/#decision-903" in found
    year, anchor = found[found.index(f"{COMMITTEE}decisions/2024/#decision-903")].split("#")
    assert f'id="{anchor}"' in client.get(year).content.decode()


def test_a_decision_is_found_as_far_as_it_is_disclosed(client, sample):
    assert f"{COMMITTEE}decisions/2024/#decision-904" in addresses(search(client, "bird houses upkeep"))
    for secret in ("made-up wording is not public", "905", "虚构决定仅限内部"):
        assert not [address for address in offered(search(client, secret)) if "#decision" in address]
    kept = words_kept()
    assert "This made-up wording" not in kept
    assert "internal and appears" not in kept


@pytest.mark.parametrize("change", [{"disclosure": "internal"}, {"live": False}])
def test_a_decision_that_is_made_internal_or_unpublished_is_gone_at_once(client, sample, change):
    decision = Decision.objects.get(number=903)
    for name, value in change.items():
        setattr(decision, name, value)
    decision.save()

    assert "umbrella report" not in words_kept()


def test_a_decision_that_is_done_is_overdue_no_more(client, sample):
    place = f"{COMMITTEE}decisions/2024/#decision-903"
    assert place in addresses(search(client, "overdue"))

    StatusEntry.objects.create(decision=Decision.objects.get(number=903), status="done", day="2026-01-01")
    assert place not in addresses(search(client, "overdue"))


def test_what_is_thrown_away_is_gone_and_what_is_put_back_is_found(client, sample):
    decision = Decision.objects.get(number=903)
    with keeping(reason="A slip"):
        decision.delete()
    assert "umbrella report" not in words_kept()

    bring_back(Deletion.objects.latest("pk"))
    assert addresses(search(client, "No 903"))[0] == f"{COMMITTEE}decisions/2024/#decision-903"


def test_a_decision_of_a_hidden_committee_tells_nothing(client, sample):
    committee = SteeringCommitteePage.objects.originals().get()
    PageViewRestriction.objects.create(page=committee, restriction_type="login")

    assert not offered(search(client, "umbrella report"))


def test_a_sector_leads_to_the_latest_list_that_has_it(client, sample):
    found = addresses(search(client, "sector chess clocks", type="sector"))

    assert found == [f"{COMMITTEE}priorities/sample-revision-2/"]
    assert addresses(search(client, "示例领域 日晷", "zh-hans", type="sector"))[0].endswith("/sample-revision-3/")


def test_a_record_is_one_thing_in_both_languages(client, sample):
    html = search(client, "Sample Holder A", "zh-hans")

    assert addresses(html)[0] == "/zh-hans/steering-committee/#seats"
    assert not [address for address in offered(html) if address.startswith("/en/") and "#seats" in address]


def test_made_up_entries_are_called_so(client, sample):
    assert "sample" in search(client, "Sample Holder A").main.get_text().lower()
    assert search(client, "Sample Holder A").select_one(".sample, .notice, [class*=sample]")


def test_what_was_never_written_or_is_left_over_is_mended(client, sample):
    keyed = Q(key__isnull=False)
    before = set(SearchEntry.objects.filter(keyed).values_list("key", flat=True))
    SearchEntry.objects.filter(keyed).delete()
    backfill()
    assert set(SearchEntry.objects.filter(keyed).values_list("key", flat=True)) == before

    shown = Page.objects.get(slug="steering-committee", locale__language_code="en")
    left = SearchEntry(key="person/999999/en", shown_on=shown, kind="person", language="en", title="Left", years=[])
    left.sample, left.vector, left.title_vector = False, "", ""
    left.save()
    call_command("rebuild_search_index", verbosity=0)
    assert set(SearchEntry.objects.filter(keyed).values_list("key", flat=True)) == before
