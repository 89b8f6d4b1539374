"""What will be published of a page or entry: its latest version, or what was translated of it."""

import json

from django.db.models import Model
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.strings import StringValue

from sesec_portal.core.placed_texts import PlacedText
from sesec_portal.languages.progress import translations_into
from sesec_portal.languages.texts import Row, rows_of

from .findings import Finding, Lint


def found_in_draft(thing: Model) -> list[Finding]:
    """Return what is found in what will be published of a thing, of which the latest version is given."""
    translation = translation_of(thing)
    return Lint().of(thing, map(_translated, _written(translation)) if translation else None)


def translation_of(thing: Model) -> Translation | None:
    """Return the translation by whose texts a page is written; None for what has a form of its own."""
    return translations_into(thing).filter(enabled=True).first() if isinstance(thing, Page) else None


def _written(translation: Translation) -> list[Row]:
    return [row for row in rows_of(translation) if not row.in_english]


def _translated(row: Row) -> PlacedText:
    return PlacedText(row.segment.context.path, row.place, _with_links(row.segment, row.words), is_html=True)


def _with_links(segment: StringSegment, words: str) -> str:
    """Return a translated text with its links, terms and living facts, which stand between <a id=…> and </a>."""
    return StringValue.from_translated_html(words).render_html(json.loads(segment.attrs or "{}"))
