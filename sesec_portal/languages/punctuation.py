"""What stands between words, and around them, in the active language: Western in English, full-width in Chinese."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext


def separator() -> str:
    """Return what stands between the items of a list in the active language."""
    return pgettext("between the items of a list", ", ")


def comma() -> str:
    """Return what stands between two parts of a sentence in the active language."""
    return pgettext("between the parts of a sentence", ", ")


def colon() -> str:
    """Return what stands between a label and its text in the active language."""
    return pgettext("between a label and its text", ": ")


def dash() -> str:
    """Return what sets a remark off from what is before it in the active language."""
    return pgettext("before a remark", " – ")


def sentences(*said: object) -> SafeString:
    """Return sentences one after another, the empty ones aside: in English with a blank between them."""
    blank = pgettext("one sentence after another", "{} {}").format("", "")
    return format_html_join(blank, "{}", ((sentence,) for sentence in said if sentence))


def in_brackets(words: object) -> SafeString:
    """Return words in the brackets of the active language, with what sets them off from the words before them."""
    return format_html(pgettext("after other words", " ({})"), words)


def listed(items: Iterable[object]) -> str:
    """Return things in a row, as the active language sets them: "a, b"."""
    return separator().join(str(item) for item in items)
