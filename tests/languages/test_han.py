"""What counts as a Chinese character does so wherever the portal looks."""

import sys
import unicodedata

import pytest
from bs4 import BeautifulSoup

from sesec_portal.languages.han import HAN_CHARACTER
from sesec_portal.languages.marking import mark_foreign
from sesec_portal.languages.segmentation import words_to_find, words_to_index
from sesec_portal.search.index.vocabulary import words_in
from sesec_portal.search.query.snippets import Highlighter
from sesec_portal.share_images.text_layout import pieces
from tests.foreign_words import foreign_words

# One of each block.
CHARACTERS = {
    "CJK Unified Ideographs": "中",
    "their Extension A": "㐀",
    "the number zero": "〇",
    "CJK Compatibility Ideographs": "\uf900",
    "the Supplementary Ideographic Plane": "\U00020000",
    "the Tertiary Ideographic Plane": "\U00030000",
}
# Beside them in Unicode, or in a Chinese sentence.
OTHERS = ["、", "。", "々", "⼀", "䷀", "ア", "Ａ", "a", "é", "7"]


@pytest.mark.parametrize("block", CHARACTERS)
def test_a_chinese_character_is_one_for_all(block):
    character = CHARACTERS[block]

    assert mark_foreign(character) == f'<span lang="zh-hans">{character}</span>'
    assert foreign_words(BeautifulSoup(f'<p lang="en">{character}</p>', "html.parser")) == [character]
    assert words_to_index(f"abc{character}").split() == ["abc", character]
    assert words_to_find(f"abc{character}def") == f"abc {character} def"
    assert words_in(f"{character}word") == {"word"}
    assert [part.text for part in Highlighter(f"'{character}'", []).marked(f"一{character}二") if part.found]
    assert pieces(f"{character}，") == [f"{character}，"]
    assert pieces(f"word{character}") == ["word", character]


@pytest.mark.parametrize("character", OTHERS)
def test_what_stands_between_them_is_none(character):
    assert mark_foreign(character) == character
    assert not HAN_CHARACTER.search(character)


def test_every_ideograph_that_unicode_knows_is_one_and_nothing_else_that_has_a_name():
    names = {chr(code): unicodedata.name(chr(code), "") for code in range(sys.maxunicode)}
    ideographs = {
        character
        for character, name in names.items()
        if name.startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH", "IDEOGRAPHIC NUMBER ZERO"))
    }

    assert len(ideographs) > 90_000
    assert {character for character, name in names.items() if name and HAN_CHARACTER.match(character)} == ideographs
