"""Paragraphs as WordPress' classic editor means them: a blank line ends one, a line break stays."""

import re
from html import escape

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

# What no page takes.
GONE = [
    *("script", "style", "template", "noscript"),
    *("iframe", "object", "embed", "video", "audio", "svg", "canvas"),
    *("form", "button", "input", "select", "textarea"),
]
BLOCKS = frozenset(
    [
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "address", "hr", "img", "picture", "figure"),
        *("ul", "ol", "li", "dl", "dt", "dd", "figcaption", "details", "summary", "center"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
        *("div", "section", "article", "aside", "header", "footer", "main", "nav", "fieldset"),
        *GONE,
    ]
)
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def is_block(node: PageElement) -> bool:
    """Tell whether something stands by itself, or holds what does."""
    if not isinstance(node, Tag):
        return False
    return node.name in BLOCKS or any(isinstance(part, Tag) and part.name in BLOCKS for part in node.descendants)


def words_of(node: Tag) -> str:
    """Return what an element says, on one line."""
    return " ".join(node.get_text(" ").split())


def pieces(text: str) -> list[str]:
    """Return the parts of a text between its blank lines."""
    return _BLANK_LINE.split(text)


def broken(text: str) -> str:
    """Return a text as HTML whose line breaks are `<br/>`, for what was written in lines."""
    return "<br/>".join(escape(line, quote=False) for line in text.split("\n"))


def is_words(node: PageElement) -> bool:
    """Tell whether something is text: no comment of the block editor, no declaration."""
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)
