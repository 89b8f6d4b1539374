"""What will not stay true in the texts of a page or an entry of a register."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page

from sesec_portal.core.placed_texts import PlacedText, texts_of
from sesec_portal.edtf.clock import today

from .models import CHINESE, ENGLISH, AllowedPhrase, WatchedPhrase
from .past import told_as_future
from .plain import sentences_of

# Fields that hold the title of a work of others, by the label of their model.
_TITLES_OF_OTHERS = {"sources.Source": {"title", "title_zh", "publisher"}}


@dataclass(frozen=True)
class Finding:
    """A phrase in a sentence, `before` and `after` it; its place in the form, and what to write instead."""

    path: str
    place: str
    language: str
    before: str
    phrase: str
    after: str
    remedy: str

    @property
    def sentence(self) -> str:
        return f"{self.before}{self.phrase}{self.after}"

    @property
    def key(self) -> str:
        """What it has in common with itself at another place."""
        return sha256(f"{self.phrase}\n{self.sentence}".encode()).hexdigest()


class Lint:
    """The lists of phrases as they are now, ready to look through any number of texts: two queries in all."""

    def __init__(self) -> None:
        self.day: date = today()
        watched, allowed = list(WatchedPhrase.objects.all()), list(AllowedPhrase.objects.all())
        self.instead = {(one.language, _folded(one.phrase)): one.instead for one in watched}
        self.watched = {code: _any_of(watched, code) for code in (ENGLISH, CHINESE)}
        self.allowed = {code: _any_of(allowed, code, names=True) for code in (ENGLISH, CHINESE)}

    def of(self, thing: Model, texts: Iterable[PlacedText] | None = None) -> list[Finding]:
        """Return what is found in a page or entry as it stands in memory, or in translated texts that it will have."""
        left_alone = _TITLES_OF_OTHERS.get(thing._meta.label, set())
        quotations = set(_quotations_in(thing))
        found: list[Finding] = []
        for text in texts_of(thing) if texts is None else texts:
            parts = text.path.split(".")
            if not (text.is_url or parts[0] in left_alone or quotations & set(parts)):
                found += self.in_text(text, _language(thing, parts), translated=texts is not None)
        return found

    def in_text(self, text: PlacedText, language: str, *, translated: bool = False) -> Iterator[Finding]:
        """Yield what is found in one text, sentence by sentence; only rich text of a form takes living facts."""
        for sentence in sentences_of(text.text, self.allowed[language], is_html=text.is_html):
            for start, end, remedy in self._spans(sentence.looked_at, language):
                said = sentence.text
                instead = remedy or _otherwise(takes_facts=text.is_html and not translated)
                yield Finding(text.path, text.place, language, said[:start], said[start:end], said[end:], instead)

    def _spans(self, sentence: str, language: str) -> Iterator[tuple[int, int, str]]:
        """Yield where something begins and ends, and its remedy; what begins a date that is over is told once."""
        over = dict(told_as_future(sentence, language, self.day))
        for start, end in over.items():
            yield start, end, _("This date is over. Tell what happened, in the past tense.")
        if pattern := self.watched[language]:
            for found in pattern.finditer(sentence):
                if found.start() not in over:
                    yield *found.span(), self.instead.get((language, _folded(found[0])), "")


def _otherwise(*, takes_facts: bool) -> str:
    """Return what to do about a phrase of which the lists say nothing."""
    if takes_facts:
        return _("Put a living fact in its place (type /living), or write the date.")
    return _("Write the date, or leave it out.")


def _language(thing: Model, parts: list[str]) -> str:
    chinese = any(part.endswith("_zh") for part in parts)
    return CHINESE if chinese or (isinstance(thing, Page) and thing.locale.language_code.startswith("zh")) else ENGLISH


def _quotations_in(thing: Model) -> Iterator[str]:
    for field in thing._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from (str(one.id) for one in getattr(thing, field.name) if one.block_type == "quote" and one.id)


def _folded(phrase: str) -> str:
    return " ".join(phrase.lower().split())


def _any_of(
    phrases: Iterable[WatchedPhrase | AllowedPhrase], language: str, *, names: bool = False
) -> re.Pattern[str] | None:
    """Return a pattern for the phrases of a language, the longest first; a name has to have its capitals."""
    mine = sorted((one.phrase for one in phrases if one.language == language), key=len, reverse=True)
    return re.compile("|".join(_pattern(one, language, names=names) for one in mine)) if mine else None


def _pattern(phrase: str, language: str, *, names: bool) -> str:
    if language == CHINESE:
        return re.escape(phrase)
    words = r"\s+".join(map(re.escape, phrase.split()))
    whole = rf"(?<![\w-]){words}(?![\w-])" if not names else rf"(?<!\w){words}(?!\w)"
    return whole if names and phrase != phrase.lower() else f"(?i:{whole})"
