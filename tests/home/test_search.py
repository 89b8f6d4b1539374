"""Readers find pages by their words, in English and in Chinese."""

import pytest
from bs4 import BeautifulSoup


def find(client, words, language="en", number=""):
    response = client.get(f"/{language}/search/", {"q": words, "page": number})
    assert response.status_code == 200
    html = BeautifulSoup(response.content, "html.parser")
    return [link["href"] for link in html.select(".results a")], html


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("tenth-year conference", "/en/phases/sesec-iii/"),
        ("Electrotechnical", "/en/partners/cenelec/"),
        ("Enterprise and Industry", "/en/partners/dg-grow/"),
        ("corrective measures", "/en/steering-committee/"),
        ("blockchain", "/en/phases/sesec-iv/"),
        ("cookies", "/en/privacy/"),
    ],
)
def test_words_of_titles_and_bodies_find_their_page(client, db, words, address):
    assert address in find(client, words)[0]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("标准化", "/zh-hans/"),
        ("指导委员会", "/zh-hans/steering-committee/"),
        ("纠正措施", "/zh-hans/steering-committee/"),
        ("电工", "/zh-hans/partners/cenelec/"),
        ("欧洲自由贸易联盟", "/zh-hans/partners/efta/"),
    ],
)
def test_chinese_words_are_found_inside_longer_runs(client, db, words, address):
    assert address in find(client, words, "zh-hans")[0]


def test_a_word_that_stands_nowhere_finds_nothing_and_says_what_to_try(client, db):
    found, html = find(client, "xylophone")

    assert not found
    assert "Try fewer words" in html.get_text()


def test_drafts_are_not_found(client, phase_four):
    phase_four.unpublish()

    assert "/en/phases/sesec-iv/" not in find(client, "SESEC IV")[0]


@pytest.mark.parametrize("number", ["0", "-1", "999999999999999999999", "abc", ""])
def test_a_strange_page_number_gets_a_page_all_the_same(client, db, number):
    assert find(client, "SESEC", number=number)[0]


def test_results_are_paged_and_the_pages_keep_the_words(client, db):
    found, html = find(client, "SESEC")
    following = html.find("a", rel="next")["href"]

    rest = BeautifulSoup(client.get(f"/en/search/{following}").content, "html.parser").select(".results a")
    assert len(found) == 10
    assert rest
    assert not {link["href"] for link in rest} & set(found)


def test_what_was_typed_is_shown_again_and_harms_nothing(client, db):
    _, html = find(client, '"><script>alert(1)</script>')

    assert not html.find_all("script")
    assert html.find(id="query")["value"] == '"><script>alert(1)</script>'
