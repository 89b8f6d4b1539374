"""What Django, Wagtail and other apps have not put into Chinese stands in `locale_of_libraries`, and nothing else does."""

import re
from collections import Counter
from pathlib import Path

import django
import polib
import pytest
from django.apps import apps
from django.conf import settings

OWN = settings.ROOT / "locale"
LENT = settings.ROOT / "locale_of_libraries"
PLACEHOLDER_OR_TAG = re.compile(r"%\(\w+\)\w|%[sd]|\{\w*\}|<[^>]+>")
BESIDE_CHINESE = re.compile(r"[\u4e00-\u9fff] ?[,;:?!](?!//)|[，。；：、？！（）“”] ")


def folders():
    """Return where Django and the installed apps of others keep their catalogues."""
    theirs = [app.path for app in apps.get_app_configs() if app.name not in settings.OWN_APPS]
    return [Path(django.__file__).parent / "conf/locale", *(Path(path) / "locale" for path in theirs)]


def entries(paths, read):
    """Return the entries of these catalogues, as far as they are there, by context and text; the first one counts."""
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
    """Of one domain: the English of others, their Chinese, ours of what we ask, and ours of what they ask."""

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
    chinese = {key for key, entry in catalogues.lent.items() if words(entry) and not entry.fuzzy}

    assert len(catalogues.english) > 90
    assert not catalogues.english.keys() - catalogues.theirs.keys() - catalogues.own.keys() - chinese


def test_nothing_stands_there_that_others_do_not_ask_for_any_more_or_that_the_portal_says_itself(catalogues):
    assert not catalogues.lent.keys() - catalogues.english.keys()
    assert not catalogues.lent.keys() & catalogues.own.keys()


def test_what_others_have_translated_is_left_to_them_but_for_what_names_the_words_that_it_corrects(catalogues):
    both = catalogues.lent.keys() & catalogues.theirs.keys()

    assert not [key for key in both if catalogues.lent[key].tcomment != f"instead of: {words(catalogues.theirs[key])}"]


def test_the_chinese_has_the_placeholders_and_the_tags_of_the_english_and_punctuation_of_its_own(catalogues):
    faults = []
    for entry in catalogues.lent.values():
        marks = [Counter(PLACEHOLDER_OR_TAG.findall(text)) for text in (entry.msgid, entry.msgid_plural, words(entry))]
        if marks[2] not in marks[:2] or BESIDE_CHINESE.search(words(entry)) or len(entry.msgstr_plural) > 1:
            faults.append(entry.msgid)
    assert not faults
