"""A partner tells what it is, what it has been called, and its part in each phase."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from partners.models import PartnerPage, Person
from sesec_portal.home.starter.builders import publish_partner
from tests.reading import main_of


def test_a_partner_shows_its_kind_seat_website_and_committee_seat(client, db):
    page = main_of(client, "/en/partners/etsi/")

    for fact in ("European Telecommunications Standards Institute", "Sophia Antipolis, France", "https://www.etsi.org"):
        assert fact in page
    assert "One seat no holder recorded" in page


def test_its_role_is_told_phase_by_phase(client, db):
    page = main_of(client, "/en/partners/cen/")

    assert "SESEC IV April 2018, planned to end about April 2021 partner project leader" in page
    assert "SESEC I May 2006 to June 2009 partner" in page
    assert "SESEC V" not in page


def test_the_name_is_the_one_that_held_on_the_day(db):
    grow = PartnerPage.objects.originals().get(slug="dg-grow")

    assert grow.name_on(date(2010, 6, 1)).name.endswith("Enterprise and Industry")
    assert "Internal Market" in grow.name_on(date(2016, 5, 1)).name
    assert "Internal Market" in grow.full_name


def test_readers_of_chinese_see_the_chinese_name_seat_and_country(client, db):
    page = main_of(client, "/zh-hans/partners/etsi/")

    assert "欧洲电信标准化协会" in page
    assert "法国" in page


def test_a_partner_without_a_website_or_a_seat_says_nothing_of_them(client, partner_index):
    publish_partner(
        partner_index,
        title="Abc",
        slug="abc",
        acronym="ABC",
        kind="other",
        names=[{"name": "Another Body of Committees"}],
        locale=partner_index.locale,
    )

    page = main_of(client, "/en/partners/abc/")
    assert "Another Body of Committees" in page
    assert "Website" not in page
    assert "No role in a phase is recorded." in page


def test_a_partner_that_is_not_published_is_linked_nowhere(client, cen):
    cen.unpublish()

    for address in (
        "/en/",
        "/en/partners/",
        "/en/phases/sesec-iv/",
        "/en/steering-committee/",
        "/zh-hans/phases/sesec-iv/",
    ):
        assert "/partners/cen/" not in client.get(address).content.decode(), address


def test_consent_must_name_where_it_is_recorded(db):
    with pytest.raises(ValidationError, match="Say where the consent is recorded"):
        Person(name="Somebody", consent=Person.Consent.GIVEN).full_clean()
