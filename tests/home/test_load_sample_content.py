"""The made-up set is loaded only when asked for, marked, and never over somebody's work."""

import pytest
from django.core.management import CommandError
from wagtail.models import Page

from governance.models import Decision, PriorityRevisionPage, Seat, TermOfOffice
from partners.models import Person
from tests.crawling import content, crawl
from tests.home.loading import load
from tests.home.samples import MARKED
from tests.reading import main_of


def test_without_the_flag_nothing_is_made_up_and_the_registers_say_so(client, db):
    load()

    assert not any(model.objects.filter(sample=True).exists() for model in MARKED)
    committee = main_of(client, "/en/steering-committee/")
    for sentence in (
        "No meeting is published",
        "No decision is published",
        "No corrective measure",
    ):
        assert sentence in committee
    assert "No list of priorities is published" in main_of(client, "/en/steering-committee/priorities/")
    assert not any("notice--sample" in content(response) for _, response in crawl(client))


def test_terms_of_office_that_somebody_recorded_are_left_alone(cen):
    TermOfOffice.objects.create(seat=Seat.objects.get(partner=cen), starts="2020")
    load("--sample")

    assert [str(term.starts) for term in TermOfOffice.objects.filter(seat__partner=cen)] == ["2020"]


def test_a_site_without_the_pages_of_the_registers_is_told_what_is_missing(home):
    PriorityRevisionPage.objects.all().delete()
    Page.objects.get(slug="priorities", locale=home.locale).delete()

    with pytest.raises(CommandError, match="sectoral priorities"):
        load("--sample")
    assert not Decision.objects.exists()


def test_a_portal_once_tried_with_samples_gets_clean(client, db):
    before = {model: model.objects.count() for model in MARKED}
    load("--sample")
    for decision in Decision.objects.filter(sample=True):
        decision.save_revision().publish()

    load("--remove-sample")

    assert {model: model.objects.count() for model in MARKED} == before
    assert not any("notice--sample" in content(response) for _, response in crawl(client))
    load("--remove-sample")


def test_a_sample_that_something_true_refers_to_stays_and_is_named(cen):
    load("--sample")
    holder = Person.objects.filter(sample=True).first()
    seat = Seat.objects.get(partner__slug="efta")
    TermOfOffice.objects.create(seat=seat, starts="2040", holder=holder)

    with pytest.raises(CommandError, match="this refers to a sample entry: EFTA"):
        load("--remove-sample")
    assert Decision.objects.filter(sample=True).exists()
