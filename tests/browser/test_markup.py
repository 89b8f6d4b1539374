"""The promise: what every place is made of is sound, so that any program that reads pages can read these."""

import pytest
from bs4 import BeautifulSoup

from tests.browser.places import LANGUAGES
from tests.markup import foreign_words, misplaced_headings, repeated_ids, syntax_errors


@pytest.fixture(scope="module", params=LANGUAGES)
def read(request, look_around):
    """What was seen at all places, each with its parsed HTML."""
    return [(seen, BeautifulSoup(seen.html, "html.parser")) for seen in look_around(request.param)]


def test_every_place_is_valid_html(read):
    assert not [(seen.address, errors) for seen, _ in read if (errors := syntax_errors(seen.html))]


@pytest.mark.parametrize("rule", [misplaced_headings, repeated_ids, foreign_words])
def test_every_place_has_headings_in_order_an_identifier_once_and_foreign_words_marked(read, rule):
    assert not [(seen.address, faults) for seen, html in read if (faults := rule(html))]
