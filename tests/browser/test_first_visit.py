"""The promise: a first visit costs next to nothing, leaves no trace, and no other host learns of it."""

from urllib.parse import urlsplit

import pytest

from tests.browser.places import LANGUAGES, OBSTACLES

BUDGET = 60_000


@pytest.fixture(scope="module", params=LANGUAGES)
def read(request, look_around):
    """What was seen at the places that a reader is not kept from."""
    return [seen for seen in look_around(request.param) if not seen.address.endswith(tuple(OBSTACLES.values()))]


def test_a_first_visit_weighs_at_most_60_kilobytes(read):
    weights = {seen.address: sum(answer.size for answer in seen.answers) for seen in read}
    assert all(1_000 < weight <= BUDGET for weight in weights.values()), weights


def test_a_page_asks_for_one_stylesheet_and_no_script(read):
    for seen in read:
        kinds = [answer.kind for answer in seen.answers]
        assert kinds.count("Document") == kinds.count("Stylesheet") == 1, seen.address
        assert "Script" not in kinds, seen.address


def test_a_page_asks_nobody_else(read, portal):
    asked = {urlsplit(answer.address)[:2] for seen in read for answer in seen.answers}
    # What a browser draws in its own search fields is data.
    assert {(scheme, host) for scheme, host in asked if scheme != "data"} == {urlsplit(portal)[:2]}


def test_reading_leaves_no_trace(read):
    assert not [seen.address for seen in read if seen.cookies or seen.kept]


def test_the_browser_has_nothing_to_complain_about(read):
    assert not [(seen.address, seen.said) for seen in read if seen.said and seen.status == 200]
