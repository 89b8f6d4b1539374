"""The words of the index, kept for suggestions."""

import re
from collections.abc import Iterable

from django.db import connection
from django.db.models import F, Q

from sesec_portal.languages.han import HAN

from ..models import SearchEntry, SearchWord

# Any number that nothing else locks.
_LOCK = 2006_11_05
# Shorter words have too few letters in common with anything; numbers are not misspelt words.
_WORD = re.compile(rf"[^\W\d_{HAN}]{{4,30}}")


def words_in(text: str) -> set[str]:
    """Return the words of a text that can be suggested, each as it is written."""
    return set(_WORD.findall(text))


def remember(text: str) -> None:
    """Add the words of a text to the vocabulary.

    A word is kept as it was first written, "CENELEC", until it turns up in lower case.
    """
    written: dict[str, str] = {}
    for word in words_in(text):
        key = word.lower()
        if len(key) == len(word):
            written[key] = key if key in written and written[key] != word else word
    plain = [key for key, word in written.items() if key == word]
    # Until its end, one transaction at a time: two that publish several texts could wait for each other's words.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    rows = [SearchWord(word=key, written=word) for key, word in written.items()]
    SearchWord.objects.bulk_create(rows, ignore_conflicts=True, batch_size=2000)
    SearchWord.objects.filter(word__in=plain).exclude(written=F("word")).update(written=F("word"))


def forget(words: Iterable[str]) -> None:
    """Take these words out of the vocabulary, but for those that still stand in an indexed text."""
    for word in words:
        standing = Q(text__icontains=word) | Q(title__icontains=word) | Q(summary__icontains=word)
        if not SearchEntry.objects.filter(standing).exists():
            SearchWord.objects.filter(word=word.lower()).delete()
