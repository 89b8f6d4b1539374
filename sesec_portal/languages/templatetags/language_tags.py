"""Languages in templates: whose words these are, and the ways to the same page in another language."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django import template
from django.conf import settings
from django.utils.encoding import escape_uri_path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail_localize.models import Translation

from sesec_portal.edtf.clock import day_of
from sesec_portal.languages import pages, progress
from sesec_portal.languages.han import HAN_CHARACTER
from sesec_portal.languages.marking import mark_foreign
from sesec_portal.languages.records import bilingual

register = template.Library()
register.filter(bilingual)
register.filter("foreign", mark_foreign)
register.filter(pages.is_fallback)


class Behind(NamedTuple):
    """The day since when a translation has lacked words of its original, and the day on which it was published.

    And whether it is `older` than its original; else it was published with those words in English.
    """

    since: date
    translated: date
    older: bool


@register.simple_tag
def behind_original(page: Page) -> Behind | None:
    """Return what a translation lacks of its original; None where it lacks nothing."""
    is_translation = page and page.pk and not pages.is_original(page)
    since = progress.behind().get(page.pk) if is_translation else None
    if not since or not page.last_published_at:
        return None
    changed = page.original.last_published_at
    return Behind(since, day_of(page.last_published_at), bool(changed and changed > page.last_published_at))


@register.simple_tag
def progress_of(translation: Translation) -> dict[str, int]:
    """Return how many texts a translation has, and how many of them still stand in English."""
    texts, translated = translation.get_progress()
    return {"texts": texts, "in_english": texts - translated}


@register.simple_tag
def lang_if_foreign(page: Page) -> str:
    """Print the `lang` attribute for a page's title where it stands among text in another language."""
    language = pages.language_of(page)
    return "" if language == get_language() else format_html(' lang="{}"', language)


@register.simple_tag
def lang_of_words(words: str) -> SafeString | str:
    """Print the `lang` attribute of what holds these words alone, and no other element, where they are foreign."""
    language = "zh-hans" if HAN_CHARACTER.search(words) else "en"
    return "" if language == get_language() else format_html(' lang="{}"', language)


@dataclass(frozen=True)
class Language:
    """A link to the same page in one language."""

    code: str
    name: str
    url: str
    current: bool
    translated: bool

    @property
    def path(self) -> str:
        """The link without what the reader asked for: the lasting address."""
        return self.url.partition("?")[0]


@register.simple_tag(takes_context=True)
def language_links(context: template.Context, page: Page | None = None) -> list[Language]:
    """Return a Language for each language of the portal in which this page, or view, can be opened; needs `navigation`.

    What is shown below the page's own address, as its register as of a day, is linked as such.
    """
    here, request = get_language(), context.get("request")
    if not page or page.pk is None:
        path = request.get_full_path() if request else "/"
        own = f"/{here}/"
        rest = path.removeprefix(own) if path.startswith(own) and not context.get("exception") else ""
        return [Language(code, name, f"/{code}/{rest}", code == here, True) for code, name in settings.LANGUAGES]
    by_code = {other.locale.language_code: other for other in context["navigation"].translations}
    by_code.setdefault(page.locale.language_code, page)
    own = by_code[page.locale.language_code].url
    rest = escape_uri_path(request.path.removeprefix(own)) if request and request.path.startswith(own) else ""
    return [
        Language(code, name, f"{by_code[code].url}{rest}", code == here, not pages.is_fallback(by_code[code]))
        for code, name in settings.LANGUAGES
        if code in by_code
    ]
