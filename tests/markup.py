"""What makes a page's HTML sound, so that any program that reads pages can read it."""

import re
from collections import Counter
from itertools import pairwise

import html5lib

from tests.foreign_words import foreign_words

__all__ = ["foreign_words", "misplaced_headings", "repeated_ids", "syntax_errors"]


def syntax_errors(source):
    """Return the first three errors that HTML's own parser finds in a page's source."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(source)
    return parser.errors[:3]


def misplaced_headings(html):
    """Return the headings of a parsed page's main part, unless one stands above the others and none skips a level."""
    headings = html.main.find_all(re.compile("^h[1-6]$"))
    levels = [int(heading.name[1]) for heading in headings]
    one_on_top = levels[:1] == [1] and len(html.find_all("h1")) == 1
    return [] if one_on_top and all(later - earlier <= 1 for earlier, later in pairwise(levels)) else headings


def repeated_ids(html):
    """Return the identifiers that a parsed page gives to more than one element."""
    return [name for name, times in Counter(element["id"] for element in html.find_all(id=True)).items() if times > 1]
