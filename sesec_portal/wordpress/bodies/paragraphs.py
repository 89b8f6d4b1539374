"""Paragraphs as WordPress' classic editor means them: a blank line ends one, a line break stays."""

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "blockquote",
        "table",
        "figure",
        "pre",
        "hr",
        "dl",
        "div",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "main",
        "nav",
        "details",
        "summary",
        "address",
        "center",
        "form",
        "fieldset",
        "iframe",
        "video",
        "audio",
        "object",
        "embed",
        "script",
        "style",
        "svg",
        "canvas",
        "noscript",
        "figcaption",
        "template",
        "img",
        "picture",
        "li",
        "dt",
        "dd",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
    ]
)
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def is_block(node: PageElement) -> bool:
    """Tell whether something stands by itself, or holds what does."""
    return isinstance(node, Tag) and (node.name in BLOCKS or node.find(BLOCKS_LIST) is not None)


BLOCKS_LIST = sorted(BLOCKS)


def words_of(node: Tag) -> str:
    """Return what an element says, on one line."""
    return " ".join(node.get_text(" ").split())


def pieces(text: str) -> list[str]:
    """Return the parts of a text between its blank lines."""
    return _BLANK_LINE.split(text)


def broken(text: str) -> str:
    """Return a text as HTML whose line breaks are `<br>`, for what was written in lines."""
    made = BeautifulSoup("", "html.parser")
    for place, line in enumerate(text.strip("\n").split("\n")):
        if place:
            made.append(made.new_tag("br"))
        made.append(NavigableString(line))
    return str(made)


def is_words(node: PageElement) -> bool:
    """Tell whether something is text: no comment of the block editor, no declaration."""
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)
