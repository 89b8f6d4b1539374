"""Readers narrow a search by type, phase, partner and year, and are told what each choice leads to."""

import re

import pytest
from django.test import TestCase

from governance.models import PriorityIndexPage, SteeringCommitteePage
from partners.models import PartnerPage
from sesec_portal.home.starter.builders import publish_meeting, publish_revision
from tests.search.searching import addresses, counts, search, texts


@pytest.fixture
def meeting(cen):
    """A meeting in the time of the third phase, at which ETSI was CEN's guest."""
    committee = SteeringCommitteePage.objects.originals().get()
    etsi = PartnerPage.objects.originals().get(slug="etsi")
    fields = {"title": "Ninth meeting", "slug": "ninth", "number": 9, "held": "2015-03", "host": cen}
    return publish_meeting(committee, **fields, attended=[etsi], locale=committee.locale)


def test_a_phase_has_its_page_its_terms_and_what_lies_in_its_dates(client, meeting):
    index = PriorityIndexPage.objects.originals().get()
    publish_revision(index, title="List", slug="list", number=1, adopted="2017", locale=index.locale)

    assert set(addresses(search(client, phase="3"))) >= {
        "/en/phases/sesec-iii/",
        "/en/phases/sesec-iii/terms-of-reference/",
        "/en/steering-committee/ninth/",
        "/en/steering-committee/priorities/list/",
    }


def test_a_partner_has_its_page_its_phases_and_its_meetings(client, meeting):
    for partner in ("cen", "etsi"):
        found = addresses(search(client, partner=partner))
        assert f"/en/partners/{partner}/" in found
        assert "/en/steering-committee/ninth/" in found
    assert "/en/phases/sesec-iv/" in addresses(search(client, partner="cen"))
    assert "/en/steering-committee/ninth/" not in addresses(search(client, partner="efta"))


def test_a_year_has_what_covers_it_or_falls_in_it(client, meeting):
    found = addresses(search(client, year="2015"))

    assert {"/en/phases/sesec-iii/", "/en/steering-committee/ninth/"} <= set(found)
    assert "/en/phases/sesec-iv/" not in found
    assert "/en/steering-committee/ninth/" not in addresses(search(client, year="2016"))


def test_a_meeting_moves_with_the_dates_of_the_phases(client, meeting, phase_four):
    third = phase_four.neighbours[0]
    third.starts = "2015-06"
    with TestCase.captureOnCommitCallbacks(execute=True):
        third.save_revision().publish()

    assert "/en/steering-committee/ninth/" not in addresses(search(client, phase="3"))


@pytest.mark.parametrize(("language", "filters"), [("en", {"partner": "cen"}), ("zh-hans", {"type": "phase"})])
def test_every_count_is_the_number_of_results_that_a_reader_gets(client, meeting, language, filters):
    html = search(client, "SESEC", language, **filters)

    for facet in ("type", "phase", "partner", "year"):
        offered = list(counts(html, facet).items())
        assert offered
        for value, number in {offered[0], offered[-1]}:
            assert total(search(client, "SESEC", language, **{**filters, facet: value})) == number, (facet, value)


def total(html):
    """The number of results that the heading states."""
    found = re.search(r"\d+", re.sub("“.*?”", "", html.select_one(".search__found h2").get_text()))
    return int(found[0]) if found else 0


def test_filters_alone_find_everything_and_nothing_asked_finds_nothing(client, db):
    assert addresses(search(client, type="partner"))
    html = search(client)
    assert not addresses(html)
    assert counts(html, "type")["partner"] == 5


def test_filters_are_one_form_that_works_with_the_keyboard(client, db):
    html = search(client, "SESEC", type="phase")

    controls = html.select(".filters input, .filters select, .filters button")
    assert {control["form"] for control in controls} == {"search-form"}
    assert html.find(id="search-form").get("method", "get") == "get"
    assert html.select_one('input[name="type"][value="phase"]').has_attr("checked")
    assert len(html.select(".filters fieldset legend")) == 3


def test_each_active_filter_can_be_taken_away(client, db):
    links = search(client, "SESEC", type="phase", phase="4").select(".chosen a")

    assert [link["href"] for link in links] == ["?q=SESEC&phase=4", "?q=SESEC&type=phase"]
    assert "SESEC IV" in links[1].get_text()


def test_a_filter_keeps_its_name_in_chinese(client, db):
    html = search(client, language="zh-hans", partner="cen")

    assert addresses(html)[0].startswith("/zh-hans/")
    assert "CEN" in html.select_one(".chosen").get_text()


@pytest.mark.parametrize(
    "filters", [{"type": "banana"}, {"phase": "99"}, {"phase": "²"}, {"partner": "nobody"}, {"year": "20 16"}]
)
def test_a_filter_that_does_not_exist_is_left_out_and_the_reader_told(client, db, filters):
    html = search(client, "SESEC", **filters)

    assert "so the search ignored it" in texts(html)
    assert addresses(html) == addresses(search(client, "SESEC"))


def test_a_year_of_which_nothing_is_known_finds_nothing_and_offers_the_way_back(client, db):
    html = search(client, "SESEC", year="1999")

    assert not addresses(html)
    assert html.find("a", href="?q=SESEC", string=re.compile("without filters"))
