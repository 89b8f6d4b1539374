"""A search page without a question offers some, and topics; one without a result says what to do."""

import pytest

from tests.search.searching import offered, search, texts


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_it_offers_five_questions_that_find_something_and_topics_that_lead_somewhere(client, db, language):
    html = search(client, language=language)

    questions = html.select("section[aria-labelledby=examples] a")
    topics = html.select("section[aria-labelledby=topics] a")
    assert len(questions) == 5
    assert {"?type=phase", "?phase=4", "?partner=cen"} <= {link["href"] for link in topics}
    for link in [*questions, *topics[:3], topics[-1]]:
        assert offered(search(client, address=f"/{language}/search/{link['href']}")), link


def test_without_a_result_it_says_what_to_do(client, db):
    html = search(client, "xylophone")

    assert "Try fewer words" in texts(html)
    assert html.find("a", href="/zh-hans/search/?q=xylophone")
    assert html.main.find("a", href="/en/contact/")
    assert html.select_one(".search__sections a")["href"] == "/en/phases/"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("download Excel", "/en/open-data/"),
        ("API", "/en/open-data/"),
        ("newsletter feed", "/en/follow/"),
        ("site map", "/en/sitemap/"),
    ],
)
def test_what_is_no_page_is_found_too(client, db, words, place):
    assert place in offered(search(client, words))
