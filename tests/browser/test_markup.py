"""The promise: what every place is made of is sound, so that any program that reads pages can read these."""

import re
from itertools import pairwise

import html5lib
import pytest
from bs4 import BeautifulSoup

from tests.browser.places import LANGUAGES
from tests.foreign_words import foreign_words


@pytest.fixture(scope="module", params=LANGUAGES)
def read(request, look_around):
    """What was seen at all places, each with its parsed HTML."""
    return [(seen, BeautifulSoup(seen.html, "html.parser")) for seen in look_around(request.param)]


def test_every_place_is_valid_html(read):
    for seen, _ in read:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(seen.html)
        assert not parser.errors, (seen.address, parser.errors[:3])


def test_every_place_has_one_heading_above_the_others_and_none_skips_a_level(read):
    for seen, html in read:
        levels = [int(heading.name[1]) for heading in html.main.find_all(re.compile("^h[1-6]$"))]
        assert levels[0] == 1, seen.address
        assert len(html.find_all("h1")) == 1, seen.address
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), seen.address


def test_no_identifier_is_used_twice_in_a_place(read):
    for seen, html in read:
        names = [element["id"] for element in html.find_all(id=True)]
        assert len(names) == len(set(names)), seen.address


def test_foreign_words_are_marked_with_their_language(read):
    assert not [(seen.address, foreign_words(html)) for seen, html in read if foreign_words(html)]
