"""Signs that mean the same, made one."""

import re
import unicodedata

# Hyphens, dashes and the sign for minus; NFKC has made those of other widths one of these.
_DASHES = re.compile("[\u2010-\u2015\u2212\u2e3a\u2e3b\u30a0]")
_QUOTATION_MARKS = re.compile("[\u201c-\u201f\u00ab\u00bb\u300c-\u300f]")
_APOSTROPHES = re.compile("[\u2018-\u201b\u02bc]")
# A hyphen that only shows where a line may break, and what has no width at all.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def folded(text: str) -> str:
    """Return a text with one sign for each meaning: letters of the usual width, one dash, one quotation mark."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _APOSTROPHES.sub("'", _QUOTATION_MARKS.sub('"', _DASHES.sub("-", text)))


def name_of(text: str) -> str:
    """Return a text as names are compared: folded, without regard to capitals and spaces around it."""
    return folded(text).strip().casefold()


class _PlainLetters(dict[int, str]):
    def __missing__(self, number: int) -> str:
        letters = unicodedata.normalize("NFKD", folded(chr(number))) or chr(number)
        self[number] = letters[0]
        return letters[0]


_PLAIN_LETTERS = _PlainLetters()


def letter_by_letter(text: str) -> str:
    """Return a text of the same length with plain letters: what stands where in the one stands there in the other."""
    return text.translate(_PLAIN_LETTERS)
