"""What all readers get alike is asked for once in a generation, shared by all, and changed by nobody."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from governance.models import PriorityRevisionPage, Seat
from partners.models import PartnerPage
from phases.models import PhasePage
from sesec_portal.pagecache.memo import memoized_for, once_per_generation

LISTS = (PhasePage.listed, PartnerPage.listed, Seat.listed, PriorityRevisionPage.listed)
PLACES = ("", "phases/", "phases/sesec-iv/", "phases/as-of/2016-05-01/", "partners/cen/", "steering-committee/")


@pytest.fixture
def asked():
    """The days for which a list has been made."""
    return []


@pytest.fixture
def on(asked):
    """A list of a day."""

    @once_per_generation
    def on(day):
        asked.append(day)
        return day

    return on


def test_a_list_is_made_once_in_a_generation_and_anew_in_the_next(on, asked):
    for generation in ("one", "one", "two"):
        with memoized_for(generation):
            assert on("Monday") == "Monday"

    assert asked == ["Monday", "Monday"]


def test_outside_a_generation_a_list_is_made_each_time(on, asked):
    assert (on("Monday"), on("Monday")) == ("Monday", "Monday")
    assert asked == ["Monday", "Monday"]


def test_readers_who_ask_for_ever_other_days_fill_no_memory(on, asked):
    with memoized_for("one"):
        for day in [*range(1000), 999, 0]:
            on(day)

    assert asked == [*range(1000), 0]


def test_no_page_changes_the_lists_that_all_pages_share(client, home):
    def read():
        for language in ("en", "zh-hans"):
            for place in PLACES:
                client.get(f"/{language}/{place}")

    def shared():
        found = []
        for language in ("en", "zh-hans"):
            with override(language):
                found += [record for listed in LISTS for record in listed()]
        return [(record, dict(vars(record))) for record in found]

    with memoized_for("before"):
        read()
        before = shared()
        read()
        with CaptureQueriesContext(connection) as queries:
            after = shared()

    assert len(before) > 20
    assert after == before
    assert not queries.captured_queries
