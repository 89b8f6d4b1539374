"""Readers find decisions, seats and sectors where they are shown, in both languages, and only what is public."""

import pytest
from django.core.management import call_command
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction

from governance.models import Decision, StatusEntry, SteeringCommitteePage
from partners.models import PartnerPage
from sesec_portal.bin.keeping import keeping
from sesec_portal.bin.models import Deletion
from sesec_portal.bin.restoring import bring_back
from sesec_portal.search.index.backfill import backfill
from sesec_portal.search.models import SearchEntry
from tests.search.searching import addresses, offered, search, words_kept

COMMITTEE = "/en/steering-committee/"


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


@pytest.mark.parametrize(
    ("words", "language"), [("seat of ETSI", "en"), ("who held the seat of ETSI", "en"), ("ETSI席位", "zh-hans")]
)
def test_a_seat_is_found_by_its_partner_at_its_row(client, sample, words, language):
    place = f"/{language}/steering-committee/#seat-etsi"

    assert addresses(search(client, words, language, type="seat"))[0] == place
    assert place in addresses(search(client, words, language))
    # Who held it once holds it no more.
    extract = search(client, words, language, type="seat").select_one(".results__extract").get_text()
    assert "Sample Holder B (" in extract or "示例人员乙（" in extract
    assert 'id="seat-etsi"' in client.get(place).content.decode()


def test_a_seat_follows_its_partner_and_its_page(client, sample):
    partner = PartnerPage.objects.originals().get(slug="etsi")
    partner.acronym, partner.slug = "ETZI", "etzi"
    partner.save_revision().publish()
    assert addresses(search(client, "seat of ETZI", type="seat"))[0] == f"{COMMITTEE}#seat-etzi"

    SteeringCommitteePage.objects.originals().get().unpublish()
    assert not addresses(search(client, "seat of ETZI", type="seat"))


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
