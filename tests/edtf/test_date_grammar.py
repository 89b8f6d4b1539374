"""The grammar of dates is one: what the portal reads, PostgreSQL keeps, and nothing else; and its dates make sense."""

import re
from datetime import MAXYEAR, date, timedelta
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from edtf import parse_edtf
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from phases.models import PhasePage
from sesec_portal.edtf.dates import GRAMMAR, differ, parse
from sesec_portal.edtf.fields import EdtfField, RenewDateChecks
from sesec_portal.edtf.periods import certainly_overlap

COLUMNS = [
    pytest.param(model, field, id=f"{model._meta.label_lower}.{field.name}")
    for model in apps.get_models()
    for field in model._meta.local_fields
    if isinstance(field, EdtfField)
]
# What the database held dates to before it knew level 1.
LEVEL_0 = r"^([12][0-9]{3}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?[~?\x25]?)?$"

EDTF = st.from_regex(GRAMMAR, fullmatch=True)
DATES = EDTF.map(parse)
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
NEAR_MISSES = st.from_regex(
    r"[0-3X][0-9X]{2,4}(-[0-4X][0-9X])?(-[0-4X][0-9X])?[~?%/X\n]?[~?%. ]?", fullmatch=True
) | st.text("0123456789X-~?%/.Y 一", max_size=14)


def can_be_read(text):
    try:
        return bool(parse(text))
    except ValueError:
        return False


def checks(model, field):
    """Return what PostgreSQL checks of a date and its bounds: pairs of a name and a condition, from its catalog."""
    sql = """
        SELECT conname, pg_get_expr(conbin, conrelid) FROM pg_constraint
        WHERE conrelid = %s::regclass AND contype = 'c' AND %s = (
            SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute
            WHERE attrelid = conrelid AND attnum = ANY (conkey)
        )
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [model._meta.db_table, sorted([field.column, field.earliest_field, field.latest_field])])
        return cursor.fetchall()


def kept(condition, field, texts):
    """Return those of the texts with which a row that has both bounds would pass a condition from the catalog."""
    row = f"text AS {field.column}, current_date AS {field.earliest_field}, current_date AS {field.latest_field}"
    sql = f"SELECT text FROM unnest(%s::varchar[]) AS text, LATERAL (SELECT {row}) AS row WHERE {condition}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [texts])
        return {text for (text,) in cursor.fetchall()}


@pytest.fixture
def starts(db):
    """What PostgreSQL checks of the start of a phase: which texts it keeps."""
    field = PhasePage._meta.get_field("starts")
    [(_, condition)] = checks(PhasePage, field)
    return lambda *texts: kept(condition, field, list(texts))


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=EDTF | NEAR_MISSES.filter(bool))
@example(text="2019-02-29")
@example(text="2100-02-29")
@example(text="2018-04-31~")
@example(text="2018\n")
def test_postgresql_keeps_what_can_be_read_and_nothing_else(starts, text):
    assert bool(starts(text)) == can_be_read(text)


@pytest.mark.parametrize("year", ["2018", "2020", "1900", "201X", "20XX", "2XXX"])
def test_postgresql_keeps_the_months_and_days_that_can_be_read_and_no_other(starts, year):
    # No month and no day begins with a figure above 3; one such figure stands for all of them.
    parts = ["", *(f"-{first}{second}" for first in "01234X" for second in "0123456789X")]
    texts = [f"{year}{month}{day}" for month in parts for day in parts]

    assert starts(*texts) == {text for text in texts if can_be_read(text)}


@pytest.mark.parametrize(("model", "field"), COLUMNS)
def test_every_date_of_the_portal_is_checked_once_by_the_same_grammar(db, model, field):
    [(_, condition)] = checks(model, field)

    dates = {"2018-04-12", "2018-04~", "2021-21", "201X", "20XX?", "2018-XX%"}
    assert kept(condition, field, [*dates, "", "2018-02-30", "2021-25", "2XXX", "2018/2019"]) == dates


def test_a_portal_that_holds_dates_to_level_0_learns_level_1_by_the_migration(db):
    table, field = PhasePage._meta.db_table, PhasePage._meta.get_field("starts")
    [(name, now)] = checks(PhasePage, field)
    bounds = "num_nonnulls(starts_earliest, starts_latest) = CASE WHEN starts = '' THEN 0 ELSE 2 END"
    with connection.schema_editor() as editor:
        former = f"ADD CONSTRAINT phases_phasepage_check1 CHECK (starts ~ '{LEVEL_0}' AND {bounds})"
        editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}, {former}", params=None)
    [(_, then)] = checks(PhasePage, field)
    assert kept(then, field, ["2021-04", "2021-21"]) == {"2021-04"}

    state = SimpleNamespace(apps=apps)
    with connection.schema_editor() as editor:
        RenewDateChecks().database_forwards("phases", editor, state, state)

    assert checks(PhasePage, field) == [("phases_phasepage_starts_check", now)]


@given(year=st.integers(1000, 2999), month=st.integers(0, 13), day=st.integers(0, 32))
@example(year=2000, month=2, day=29)
@example(year=2100, month=2, day=29)
@example(year=2024, month=2, day=29)
def test_a_day_can_be_read_where_the_calendar_has_it(year, month, day):
    try:
        known = date(year, month, day)
    except ValueError:
        known = None

    text = f"{year}-{month:02}-{day:02}"
    assert can_be_read(text) == bool(known)
    if known:
        assert parse(text).earliest == parse(text).latest == known


@given(DATES)
def test_the_first_day_a_date_can_mean_is_not_after_the_last(one):
    assert one.earliest <= one.latest <= date(MAXYEAR, 1, 1)


@given(EDTF)
def test_a_date_is_kept_as_it_was_typed(text):
    assert str(parse(text)) == text
    assert parse(str(parse(text))) == parse(text)


@given(DATES)
def test_machines_read_the_same_days(one):
    if one.plain:
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", one.plain)
        assert (parse(one.plain).earliest, parse(one.plain).latest) == (one.earliest, one.latest)
    else:
        assert one.precision in {"season", "decade", "century"}


@given(DATES)
def test_the_library_that_reads_edtf_gives_the_same_days_for_all_but_winter(one):
    known = parse_edtf(str(one).rstrip("~?%"))
    if one.precision == "season" and one.earliest.month == 12:
        return
    assert (date(*known.lower_strict()[:3]), date(*known.upper_strict()[:3])) == (one.earliest, one.latest)


@given(one=DATES, other=DATES, days=st.integers(0, 40_000))
def test_two_dates_differ_where_no_day_is_meant_by_both(one, other, days):
    shared = max(one.earliest, other.earliest) <= min(one.latest, other.latest)
    assert differ([one, other]) == differ([other, one]) == (not shared)

    within = min(one.earliest + timedelta(days), one.latest)
    if within.year < 3000:
        assert not differ([one, parse(within.isoformat()), None])


@given(starts=DATES, ends=DATES, day=DAYS)
def test_a_period_certainly_holds_only_the_days_between_all_that_its_dates_can_mean(starts, ends, day):
    period = SimpleNamespace(starts=starts, ends=ends)
    one_day = SimpleNamespace(starts=parse(day.isoformat()), ends=parse(day.isoformat()))

    certain = starts.latest <= day <= ends.earliest
    assert certainly_overlap(period, one_day) == certainly_overlap(one_day, period) == certain
    assert certainly_overlap(period, period) == (starts.latest <= ends.earliest)
