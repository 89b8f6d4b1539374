"""What others have in English alone has its Chinese in `locale_of_libraries`, and nothing else has."""

import re
from collections import Counter
from pathlib import Path

import django
import polib
import pytest
from django.apps import apps
from django.conf import settings

OWN, LENT = settings.LOCALE_PATHS
PLACEHOLDER_OR_TAG = re.compile(r"%\(\w+\)\w|%[sd]|\{\w*\}|<[^>]+>")
WESTERN_OR_BLANK = re.compile(r"[\u4e00-\u9fff] ?[,;:?!](?!//)|[，。；：、？！（）“”] ")


def folders():
    """Return where the installed apps of others and Django keep their catalogues; the first one counts."""
    theirs = [app.path for app in apps.get_app_configs() if app.name not in settings.OWN_APPS]
    return [*(Path(path) / "locale" for path in theirs), Path(django.__file__).parent / "conf/locale"]


def entries(paths, read):
    """Return the entries of these catalogues, as far as they are there, by context and text."""
    found = {}
    for path in paths:
        for entry in read(str(path)) if path.exists() else ():
            if not entry.obsolete:
                found.setdefault((entry.msgctxt, entry.msgid), entry)
    return found


def words(entry):
    """Return the Chinese of an entry."""
    return entry.msgstr or "".join(entry.msgstr_plural.values())


class Catalogues:
    """Of one domain: the English of others, their Chinese, the portal's own, and what it lends to them."""

    def __init__(self, domain):
        where = folders()
        self.english = entries([folder / f"en/LC_MESSAGES/{domain}.po" for folder in where], polib.pofile)
        chinese = entries([folder / f"zh_Hans/LC_MESSAGES/{domain}.mo" for folder in where], polib.mofile)
        self.theirs = {key: entry for key, entry in chinese.items() if words(entry)}
        self.own = entries([OWN / f"zh_Hans/LC_MESSAGES/{domain}.po"], polib.pofile)
        self.lent = entries([LENT / f"zh_Hans/LC_MESSAGES/{domain}.po"], polib.pofile)


@pytest.fixture(params=["django", "djangojs"])
def catalogues(request):
    return Catalogues(request.param)


def test_nothing_that_others_leave_in_english_lacks_its_chinese(catalogues):
    lent = {key for key, entry in catalogues.lent.items() if words(entry) and not entry.fuzzy}
    missing = catalogues.english.keys() - catalogues.theirs.keys() - catalogues.own.keys() - lent

    assert len(catalogues.english) > 90
    assert missing == set()


def test_nothing_stands_there_that_others_do_not_ask_for_any_more_or_that_the_portal_says_itself(catalogues):
    gone = catalogues.lent.keys() - catalogues.english.keys()
    twice = catalogues.lent.keys() & catalogues.own.keys()

    assert (gone, twice) == (set(), set())


def test_what_others_have_translated_is_left_to_them_but_for_what_names_the_words_that_it_corrects(catalogues):
    corrected = {key: entry.tcomment for key, entry in catalogues.lent.items() if key in catalogues.theirs}

    assert corrected == {key: f"instead of: {words(catalogues.theirs[key])}" for key in corrected}


def test_the_chinese_has_the_placeholders_and_the_tags_of_the_english_and_punctuation_of_its_own(catalogues):
    faults = []
    for entry in catalogues.lent.values():
        marks = [Counter(PLACEHOLDER_OR_TAG.findall(text)) for text in (entry.msgid, entry.msgid_plural, words(entry))]
        if marks[2] not in marks[:2] or WESTERN_OR_BLANK.search(words(entry)) or len(entry.msgstr_plural) > 1:
            faults.append(entry.msgid)
    assert not faults
