"""What was taken out and put in, marked."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from sesec_portal.languages.han import HAN

# A word with the blanks behind it, one Chinese character, or one sign.
_PIECE = re.compile(rf"[{HAN}]|[^\W{HAN}]+[^\S\n]*|[^\S\n]+|.", re.DOTALL)
# Of two texts that have less in common than this, a mixture could not be read.
_ALIKE = 0.4
_BREAK = mark_safe("<br>")


def replaced(former: str, latter: str) -> SafeString:
    """Return two values of which one took the place of the other as a whole; either may be empty."""
    if former == latter:
        return _lines(former)
    marks = (("<del>{}</del>", former), ("<ins>{}</ins>", latter))
    return format_html_join(" ", "{}", ((format_html(mark, _lines(words)),) for mark, words in marks if words))


def marked(former: str, latter: str) -> SafeString:
    """Return two texts as one, marked by the word, or by the character in Chinese."""
    one, other = _PIECE.findall(former), _PIECE.findall(latter)
    matcher = SequenceMatcher(None, one, other)
    if matcher.ratio() < _ALIKE:
        return replaced(former, latter)
    changes = (
        replaced("".join(one[start:end]), "".join(other[first:last]))
        for _change, start, end, first, last in matcher.get_opcodes()
    )
    return format_html_join("", "{}", ((change,) for change in changes))


def is_marked(html: str) -> bool:
    """Tell whether anything in what these functions have returned is marked."""
    return "<ins>" in html or "<del>" in html


def _lines(words: str) -> SafeString:
    return format_html_join(_BREAK, "{}", ((line,) for line in words.split("\n")))
