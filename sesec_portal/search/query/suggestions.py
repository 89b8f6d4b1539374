"""What a reader may have meant, where words are misspelt."""

import re

from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat

from ..index.vocabulary import words_in
from ..models import CONFIG, SearchEntryQuerySet, SearchWord
from ..words.closeness import is_slip_of, slips
from .parameters import Query

MOST_WORDS = 4
MOST_CANDIDATES = 30


def suggestion(words: str, visible: SearchEntryQuerySet) -> str | None:
    """Return these words with each that nobody can find replaced by the most similar one that readers can; or None.

    Arguments: what the reader typed, and the entries that any reader may find.
    Only the first four words of four letters and more are looked at. A word is suggested only if a slip of the hand
    makes it what was typed, and if it stands, just so, in the title, the summary or the text of something that is
    published and public at this moment. A word that stands there itself is right.
    """
    better = words
    for word in sorted(words_in(words), key=words.index)[:MOST_WORDS]:
        found = _nearest(word.lower(), visible)
        if found and found.word != word.lower():
            better = re.sub(rf"\b{word}\b", found.written, better)
    helps = better != words and visible.matching(Query(better, {}).terms).exists()
    return better if helps else None


def _nearest(word: str, visible: SearchEntryQuerySet) -> SearchWord | None:
    """Return the visible SearchWord that is nearest to a word: the word itself, if readers can find it."""
    similar = SearchWord.objects.filter(word__trigram_similar=word)
    ranked = similar.annotate(similarity=TrigramSimilarity("word", word)).order_by("-similarity", "word")
    near = [found.pk for found in ranked[:MOST_CANDIDATES] if is_slip_of(word, found.word)]
    seen = SearchWord.objects.filter(Exists(_standing_in(visible, OuterRef("word"))), pk__in=near)
    return min(seen, key=lambda found: (slips(word, found.word), found.word), default=None) if near else None


def _standing_in(visible: SearchEntryQuerySet, word: Combinable) -> SearchEntryQuerySet:
    """Return the visible entries in which a word stands just so; the index finds them by its stem first."""
    itself = Concat(Value(r"\m"), word, Value(r"\M"))
    shown = Q(title__iregex=itself) | Q(summary__iregex=itself) | Q(text__iregex=itself)
    return visible.filter(shown, vector=SearchQuery(word, config=CONFIG))
