"""Periods keep their rules in the database too, whoever writes to it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from governance.models import Seat, TermOfOffice
from phases.models import PhasePage
from sesec_portal.edtf.dates import PartialDate, parse
from sesec_portal.edtf.periods import from_to


@pytest.fixture
def seat(cen):
    return Seat.objects.get(partner=cen)


def hold(seat, starts="", ends="", **fields):
    """Record a term of office as one transaction would."""
    with transaction.atomic():
        TermOfOffice.objects.create(seat=seat, starts=starts, ends=ends, **fields)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2016-01-01", "2016-12-31"), ("2016-06", "2017-06")),
        (("2016-01-01", "2016-12-31"), ("2016-12-31", "")),
        (("2016-01-01", ""), ("2020", "")),
        (("", ""), ("2020", "2021")),
    ],
)
def test_the_database_refuses_terms_of_one_seat_that_certainly_overlap(seat, first, second):
    hold(seat, *first)
    with pytest.raises(IntegrityError, match="term_of_office_no_overlap"):
        hold(seat, *second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2016-01-01", "2016-12-31"), ("2017-01-01", "")),
        (("2014", "2016"), ("2016", "2018")),
        (("2016", "2016"), ("2016", "")),
        (("", "2010"), ("2012", "")),
    ],
)
def test_terms_that_follow_each_other_as_far_as_is_known_are_kept(seat, first, second):
    hold(seat, *first)
    hold(seat, *second)

    assert seat.terms.count() == 2


def test_an_alternate_may_serve_beside_the_holder(seat):
    hold(seat, "2016", "")
    hold(seat, "2016", "", alternate=True)

    assert seat.terms.count() == 2


def test_the_database_refuses_an_end_before_the_start(seat):
    with pytest.raises(IntegrityError, match="ends_after_it_starts"):
        hold(seat, "2016", "2015")


def test_a_model_refuses_it_too_beside_the_end(seat):
    with pytest.raises(ValidationError) as refusal:
        TermOfOffice(seat=seat, starts="2016", ends="2015").full_clean()

    assert refusal.value.message_dict == {"ends": ["The end lies before the start."]}


def test_the_planned_end_too_lies_after_the_start(phase_four):
    phase_four.planned_end = "2017"

    with pytest.raises(ValidationError) as refusal:
        phase_four.full_clean()

    assert refusal.value.message_dict == {"planned_end": ["The planned end lies before the start."]}


def test_clearing_a_date_clears_the_days_it_could_mean(phase_four):
    phase_four.planned_end = ""
    phase_four.save()

    kept = PhasePage.objects.get(number=4)
    assert kept.planned_end is None
    assert kept.planned_end_earliest is None
    assert kept.planned_end_latest is None


def test_a_period_within_one_date_is_told_by_that_date():
    year, month = parse("2006"), parse("2006-05")

    assert from_to(year, year, PartialDate.spelled_out) == "2006"
    assert from_to(month, month, PartialDate.spelled_out) == "May 2006"
    assert from_to(year, month, PartialDate.spelled_out) == "2006 to May 2006"
