"""The promise: no page puts a barrier before anybody, in either language and theme, on any screen."""

import pytest

from tests.browser.places import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_puts_a_barrier_before_anybody(look_around, language):
    assert not [(seen.address, found) for seen in look_around(language) for found in seen.barriers]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_in_drawings_and_empty_fields_can_be_read(look_around, language):
    assert not [(seen.address, found) for seen in look_around(language) for found in seen.faint]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_has_to_scroll_sideways(look_around, language):
    assert not [(seen.address, found) for seen in look_around(language) for found in seen.too_wide]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_for_readers_who_ask_for_rest(look_around, language):
    assert not [(seen.address, seen.moving) for seen in look_around(language) if seen.moving]
