"""Of public sets of Chinese sentences nearly every word is found, and nothing less than Wagtail's own search finds."""

import pytest
from django.db import connection

from bench.chinese import measure, read
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.search.words.asking import expression
from sesec_portal.search.words.units import units_of
from tests.databases import ROOT
from tests.search.searching import addresses, search

SETS = dict(read(ROOT / "tests" / "data" / "chinese-words.json"))


@pytest.mark.parametrize("name", SETS)
def test_of_a_hundred_words_at_least_ninety_nine_are_found(db, name):
    measured = measure(SETS[name])

    assert measured.found >= 0.99 * measured.asked, measured
    assert not measured.fewer, measured
    # Others have it inside a longer word, where readers look for it too, and some across two.
    assert measured.right >= 0.95 * measured.hits, measured


@pytest.fixture
def chinese_page(home):
    def make(slug, text):
        body = [{"type": "text", "value": f"<p>{text}</p>"}]
        return publish(StandardPage(title=slug, slug=slug, body=body, locale=home.locale), home)

    return make


@pytest.mark.parametrize(
    ("text", "word"), [("毛泽东", "泽东"), ("比赛事务", "赛事"), ("有期徒刑", "有期"), ("喝茶", "茶")]
)
def test_a_word_is_found_across_and_inside_what_the_dictionary_cuts(client, chinese_page, text, word):
    chinese_page("one", text)

    assert addresses(search(client, word))[0] == "/en/one/"


def test_what_has_the_word_comes_before_what_only_has_its_characters_side_by_side(client, chinese_page):
    chinese_page("across", "中国标识。中国标识。中国标识。")
    chinese_page("word", "国标。")

    assert addresses(search(client, '"国标"'))[:2] == ["/en/word/", "/en/across/"]


def test_characters_that_stand_apart_are_no_word(client, chinese_page):
    chinese_page("apart", "木头和琴声")

    assert not addresses(search(client, "木琴"))


def test_a_text_of_ever_new_characters_does_not_burst_the_index(client, chinese_page):
    chinese_page("all", "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(90_000)))

    with connection.cursor() as cursor:
        cursor.execute("SELECT to_tsquery('sesec', %s)", [expression(units_of("汉" * 200))])
    assert client.get("/en/search/", {"q": chr(0x4E00 + 7919)}).status_code == 200
