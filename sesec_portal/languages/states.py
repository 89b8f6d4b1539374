"""How the translations of pages stand, as lists in the admin say it."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .pages import is_fallback, is_original, with_language
from .progress import behind


class TranslationState(TextChoices):
    """How one translation stands."""

    MISSING = "missing", _("missing")
    DRAFTED = "drafted", _("drafted")
    BEHIND = "behind", _("behind")
    UP_TO_DATE = "up-to-date", _("up to date")


def states_of_translations(pages: Iterable[Page]) -> dict[int, list[tuple[str, TranslationState]]]:
    """Return, by the primary key of each page, the name of each language it is, or is to be, translated into and how.

    An original has all other languages, a translation its own. Two queries, however many pages.
    """
    listed, late = list(pages), behind()
    keys = {page.translation_key for page in listed if is_original(page)}
    found = with_language(Page.objects.filter(translation_key__in=keys))
    by_language = {(page.translation_key, page.locale.language_code): page for page in found}
    names = {code: str(name) for code, name in settings.LANGUAGES}
    others = [code for code in names if code != settings.LANGUAGE_CODE]
    told = {}
    for page in listed:
        versions = {page.locale.language_code: page}
        if is_original(page):
            versions = {code: by_language.get((page.translation_key, code)) for code in others}
        told[page.pk] = [(names[code], _state(version, late)) for code, version in versions.items()]
    return told


def _state(page: Page | None, late: Mapping[int, date]) -> TranslationState:
    if page is None or is_fallback(page):
        return TranslationState.MISSING
    if not page.live:
        return TranslationState.DRAFTED
    return TranslationState.BEHIND if page.pk in late else TranslationState.UP_TO_DATE
