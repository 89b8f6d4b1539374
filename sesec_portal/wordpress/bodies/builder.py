"""Collects the blocks of a body while its HTML is read from top to bottom."""

import re
from html import escape
from typing import Any

from bs4.element import Tag

from . import tables
from .inline import inline, told
from .known import Known, Picture
from .paragraphs import GONE, broken, is_block, is_words, pieces, words_of

Block = tuple[str, Any]

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_NUMBER = re.compile(r"\bwp-image-(\d{1,15})\b")
_LISTS = ("ul", "ol", "pre")
_BREAK = "<br/>"


class Builder:
    """The blocks so far, and what is to be said of them. `highest`: the heading that opens sections."""

    def __init__(self, title: str, known: Known, notes: list[str], highest: str, *, in_lines: bool) -> None:
        self.blocks: list[Block] = []
        self.notes = notes
        self._title, self._known = title, known
        self._highest, self._in_lines = highest, in_lines
        self._text: list[str] = []
        self._words: list[str] = []

    def read(self, element: Tag) -> None:
        """Add what stands in an element."""
        for node in list(element.children):
            if is_words(node):
                self._add_words(str(node))
            elif isinstance(node, Tag) and node.name in GONE:
                self.notes.append(told(node))
            elif isinstance(node, Tag) and is_block(node):
                self._add_block(node)
            elif isinstance(node, Tag):
                self._words.append(inline(node, self._known))

    def end_text(self) -> None:
        """End the paragraph, and the text block that it stands in."""
        self._end_paragraph()
        if self._text:
            self.blocks.append(("text", "".join(self._text)))
            self._text = []

    def _add_words(self, text: str) -> None:
        if not self._in_lines:
            self._words.append(escape(" ".join(text.split("\n")), quote=False))
            return
        for place, piece in enumerate(pieces(text)):
            if place:
                self._end_paragraph()
            self._words.append(broken(piece) if piece.strip() else " " * bool(piece))

    def _end_paragraph(self) -> None:
        lines = [line for line in "".join(self._words).split(_BREAK) if line.strip()]
        self._words = []
        if lines:
            self._text.append(f"<p>{_BREAK.join(lines).strip()}</p>")

    def _add_block(self, node: Tag) -> None:
        self._end_paragraph()
        name = str(node.name)
        if name in HEADINGS:
            self._add_heading(node)
        elif name == "img":
            self._add_picture(node, "")
        elif name == "figure":
            self._add_figure(node)
        elif name == "blockquote":
            self._add_quote(node)
        elif name == "table":
            self._add_table(node, "")
        elif name in _LISTS:
            self._add_list(node)
        elif name == "dl" and (entries := _definitions(node)):
            self._add("definitions", {"entries": entries})
        else:
            self.read(node)
            self._end_paragraph()

    def _add(self, kind: str, value: object) -> None:
        self.end_text()
        self.blocks.append((kind, value))

    def _add_heading(self, node: Tag) -> None:
        pictures = node.find_all("img")
        if words := words_of(node):
            if node.name == self._highest:
                self._add("heading", words)
            else:
                self._text.append(f"<h3>{escape(words, quote=False)}</h3>")
        for picture in pictures:
            self._add_picture(picture, "")

    def _add_list(self, node: Tag) -> None:
        apart = [one.extract() for one in node.find_all(["img", "table", *GONE])]
        if node.name == "pre":
            self._text.append(f"<p>{broken(node.get_text())}</p>")
        elif words_of(node):
            self._text.append(inline(node, self._known))
        for one in apart:
            if one.name in GONE:
                self.notes.append(told(one))
            elif one.name == "img":
                self._add_picture(one, "")
            else:
                self._add_table(one, "")

    def _add_figure(self, node: Tag) -> None:
        caption = node.find("figcaption", recursive=False)
        words = words_of(caption.extract()) if isinstance(caption, Tag) else ""
        pictures, quote, grid = node.find_all("img"), node.find("blockquote"), node.find("table")
        if isinstance(grid, Tag):
            self._add_table(grid, words)
        elif isinstance(quote, Tag):
            self._add_quote(quote)
        elif pictures:
            inner = [one.find_parent("figure") is not node for one in pictures]
            if any(inner):
                self.read(node)
                self._end_paragraph()
            else:
                for picture in pictures:
                    self._add_picture(picture, words)
        else:
            self.read(node)
            self._end_paragraph()

    def _add_quote(self, node: Tag) -> None:
        cite = node.find("cite")
        who = words_of(cite.extract()) if isinstance(cite, Tag) else ""
        if who and words_of(node) and not node.find(["img", "table", "ul", "ol"]):
            parts = [words_of(part) for part in node.find_all("p")] or [words_of(node)]
            self._add("quote", {"text": "\n\n".join(filter(None, parts)), "attribution": who, "cited": None})
            return
        self.notes.append("a quotation that does not say whose words it has stands as text")
        self.read(node)
        self._end_paragraph()
        if who:
            self._text.append(f"<p>{escape(who)}</p>")

    def _add_table(self, node: Tag, caption: str) -> None:
        pictures = [one.extract() for one in node.find_all("img")]
        own = node.find("caption")
        named = caption or (words_of(own) if isinstance(own, Tag) else "")
        if not named:
            named = next((value for kind, value in reversed(self.blocks) if kind == "heading"), self._title)
            self.notes.append("a table without a caption is named by the heading above it")
        value, rows, notes = tables.table(node, named, self._known)
        self.notes += notes
        if value:
            self._add("table", value)
        else:
            self._end_paragraph()
            self._text += [f"<p>{escape(' · '.join(filter(None, row)))}</p>" for row in rows]
        for picture in pictures:
            self._add_picture(picture, "")

    def _add_picture(self, node: Tag, caption: str) -> None:
        address = str(node.get("src") or "")
        found = self._picture(node, address)
        if not found:
            named = address or _classes(node)
            self.notes.append(f"a picture is not among the attachments: {named}")
            return
        said = " ".join(str(node.get("alt") or "").split())
        picture = {"image": found.pk, "decorative": False, "alt_text": said or found.description}
        self._add("figure", {"image": picture, "caption": caption or found.caption})

    def _picture(self, node: Tag, address: str) -> Picture | None:
        number = _NUMBER.search(_classes(node))
        return self._known.picture(address) or (self._known.by_number.get(int(number[1])) if number else None)


def _definitions(node: Tag) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = []
    for part in node.find_all(["dt", "dd"], recursive=False):
        words = words_of(part)
        if part.name == "dt":
            entries.append({"term": words, "meaning": ""})
        elif entries:
            entries[-1]["meaning"] = "\n\n".join(filter(None, [entries[-1]["meaning"], words]))
    return entries if entries and all(entry["term"] and entry["meaning"] for entry in entries) else []


def _classes(node: Tag) -> str:
    return " ".join(map(str, node.get_attribute_list("class")))
