"""The text of the guide, as it stands in docs/editing.md and its Chinese version."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db.models import Model
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language
from markdown_it import MarkdownIt

ENGLISH, CHINESE = "docs/editing.md", "docs/editing.zh-hans.md"
# What the mark below a heading says of a section that concerns every form.
EVERY_FORM = "every form"
_HEADING = re.compile(r"^## (?P<heading>.+)\n\n(?:<!-- (?P<mark>.+) -->\n\n)?", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A section of the guide.

    `marks` are the labels of the models that it is about (`phases.phasepage`), or EVERY_FORM; in the Chinese file
    they are the digest of the English section.
    """

    anchor: str
    heading: str
    markdown: str
    marks: frozenset[str]

    @property
    def html(self) -> SafeString:
        """Return the text, without its heading; HTML in it is shown as it is typed."""
        return mark_safe(_MARKDOWN.render(self.markdown))  # noqa: S308  # it is the portal's own, and escaped

    @property
    def digest(self) -> str:
        """Return what tells this text from any other: the first eight hexadecimal digits of its SHA-256."""
        return sha256(f"{self.heading}\n{self.markdown}".encode()).hexdigest()[:8]


_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@cache
def sections_of(path: str) -> tuple[Section, ...]:
    """Return the sections of a file of the guide, by its path in the project."""
    return tuple(_sections(Path(settings.ROOT, path).read_text("utf-8")))


def sections() -> tuple[Section, ...]:
    """Return the guide in the language of whoever reads; both languages have the same addresses."""
    english = sections_of(ENGLISH)
    if not (get_language() or "").startswith("zh"):
        return english
    translated = zip(english, sections_of(CHINESE), strict=True)
    return tuple(Section(of.anchor, to.heading, to.markdown, of.marks) for of, to in translated)


def sections_about(model: type[Model]) -> list[Section]:
    """Return the sections about one model."""
    return [section for section in sections() if model._meta.label_lower in section.marks]


def sections_for_every_form() -> list[Section]:
    """Return what concerns every form."""
    return [section for section in sections() if EVERY_FORM in section.marks]


def _sections(text: str) -> Iterator[Section]:
    found = [*_HEADING.finditer(text)]
    ends = [*(heading.start() for heading in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=True):
        marks = frozenset((match["mark"] or "").split(", ")) - {""}
        yield Section(slugify(match["heading"]), match["heading"], text[match.end() : end].strip(), marks)
