"""Which words of a text are those by which it was found."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from django.db import connection

from sesec_portal.languages.han import HAN, HAN_CHARACTER

from ..words.acronyms import marked as as_acronym
from ..words.compounds import LETTER
from ..words.folding import letter_by_letter

MOST_HITS = 500
_LEXEME = re.compile(r"(!?)'((?:[^']|'')+)'")
_IN_WORDS = rf"[^\W{HAN}]"
_ACRONYM = re.compile(r"([a-z]{2,4})0")

# The first and the last place of what was found in a text, and the stem of the word.
Hit = tuple[int, int, str]
_Candidate = tuple[str, int, int]


class FoundWords:
    """Finds in texts the words that a search found.

    Arguments: `query`, what PostgreSQL made of the reader's words (its tsquery as a text), and all the `texts`.
    Exactly the words are found by which the texts were: English words whose stem PostgreSQL gives as one of the
    query's, which is asked once, whatever their accents and the signs inside them, and Chinese words wherever they
    stand.
    """

    def __init__(self, query: str, texts: Iterable[str]) -> None:
        lexemes = {lexeme.replace("''", "'") for sign, lexeme in _LEXEME.findall(query) if not sign}
        stems = {lexeme for lexeme in lexemes if not HAN_CHARACTER.search(lexeme)}
        chinese = sorted(map(letter_by_letter, lexemes - stems), key=len, reverse=True)
        capitals = [found[1].upper() for stem in stems if (found := _ACRONYM.fullmatch(stem))]
        self._patterns = list(_patterns(chinese, stems, capitals))
        self._stem_of = {word: word for word in chinese} | {word: as_acronym(word) for word in capitals}
        candidates = {word for text in texts for word, *_span in self._candidates(text)}
        self._stem_of |= {word: stem for word, stem in _stems(candidates - self._stem_of.keys()) if stem in stems}

    def hits(self, text: str) -> list[Hit]:
        """Return the places of the words found, as (start, end, stem), in order and none in another; at most 500."""
        return list(islice(self._hits(text), MOST_HITS))

    def _hits(self, text: str) -> Iterator[Hit]:
        found = ((start, -end, word) for word, start, end in self._candidates(text) if word in self._stem_of)
        last: Hit | None = None
        for start, end, word in sorted(found):
            if last and start < last[1]:
                # Pairs of Chinese characters overlap: they are one word.
                last = (last[0], max(last[1], -end), last[2])
                continue
            if last:
                yield last
            last = (start, -end, self._stem_of[word])
        if last:
            yield last

    def _candidates(self, text: str) -> Iterator[_Candidate]:
        plain = letter_by_letter(text) if self._patterns else ""
        for pattern, is_acronym in self._patterns:
            for match in pattern.finditer(plain):
                word = match[1] if is_acronym else re.sub("[-/.&]", "", match[1].lower())
                yield word, *match.span(1)


def _patterns(chinese: list[str], stems: set[str], capitals: list[str]) -> Iterator[tuple[re.Pattern[str], bool]]:
    if chinese:
        yield re.compile(f"(?=({'|'.join(map(re.escape, chinese))}))"), False
    if capitals:
        yield re.compile(rf"\b({'|'.join(map(re.escape, capitals))})\b"), True
    if stems:
        # A stem begins like the words it comes from, so that no others need be compared.
        two, one = ("|".join(sorted({re.escape(stem[:number]) for stem in stems})) for number in (2, 1))
        yield re.compile(rf"(?<!{_IN_WORDS})((?:{two}){_IN_WORDS}*)", re.IGNORECASE), False
        # Written with signs inside: e-mail, GB/T.
        yield re.compile(rf"(?<!{_IN_WORDS})((?:{one}){LETTER}*(?:[-/.&]{LETTER}+)+)", re.IGNORECASE), False


def _stems(words: Collection[str]) -> list[tuple[str, str]]:
    """Return pairs of a word and its stem, as the index has it."""
    if not words:
        return []
    with connection.cursor() as cursor:
        stems = "SELECT word, (ts_lexize('english_stem', unaccent(word)))[1] FROM unnest(%s) word"
        cursor.execute(stems, [list(words)])
        return cursor.fetchall()
