"""A reader who misspells a word is asked whether another was meant."""

import pytest

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from tests.search.searching import addresses, search, texts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cenlec", "CENELEC"),
        ("comittee", "committee"),
        ("standardizaton", "standardization"),
        ("stering comittee", "Steering committee"),
    ],
)
def test_the_nearest_word_is_offered_as_a_link_that_finds_something(client, db, typed, meant):
    link = search(client, typed).select_one(".search__suggestion a")

    assert link.get_text() == meant
    assert addresses(search(client, address=f"/en/search/{link['href']}"))


def test_it_is_offered_in_the_other_language_too(client, db):
    assert search(client, "cenlec", "zh-hans").select_one(".search__suggestion a").get_text() == "CENELEC"


@pytest.mark.parametrize("words", ["CENELEC", "zzzzqqqq", "木琴", "the", "committee xylophone"])
def test_nothing_is_offered_for_words_that_are_right_or_like_no_other(client, db, words):
    assert "Did you mean" not in texts(search(client, words))


@pytest.mark.parametrize(
    "words", ["interop", "nonroad", "Bettie", "qettercomb", "interestingly", "Xuan", "committeeship"]
)
def test_a_word_that_is_no_slip_of_the_hand_is_never_taken_for_another(client, home, words):
    text = "<p>Interest, none, better, bitter, letter, committees: the words of Betty Xu.</p>"
    publish(StandardPage(title="Words", slug="w", body=[{"type": "text", "value": text}], locale=home.locale), home)

    assert not search(client, words).select(".search__suggestion")


def test_a_name_that_is_known_is_never_corrected(client, db):
    assert "Did you mean" not in texts(search(client, "Betty xylophone"))
