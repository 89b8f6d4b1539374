"""How far a translation has come, and whether it has fallen behind its original."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from sesec_portal.edtf.clock import today
from sesec_portal.pagecache.memo import once_per_generation

from .models import BehindOriginal
from .pages import is_fallback


def translations_into(page: Page) -> QuerySet:
    """Return what wagtail-localize knows of the translation that a page in another language is: one, or none."""
    return Translation.objects.filter(source__object_id=page.translation_key, target_locale=page.locale)


def synchronise(original: Page) -> None:
    """Let the translators' editor have the text of the page as it is published now; nothing translated is lost."""
    source = TranslationSource.objects.filter(object_id=original.translation_key, locale=original.locale).first()
    if source:
        source.update_from_db()


def note(page: Page) -> None:
    """Write down that a page in another language lacks words of its original, or that it lacks none any more."""
    known = BehindOriginal.objects.filter(page=page.pk)
    if not page.live or is_fallback(page) or not _is_behind(page):
        known.delete()
    elif not known.exists():
        BehindOriginal.objects.create(page_id=page.pk, since=today())


def has_translated_text(translation: Translation) -> bool:
    """Tell whether any text of a page has been translated, or there is none to translate."""
    all_of_it, translated = translation.get_progress()
    return bool(translated or not all_of_it)


def nothing_translated(translation: Translation) -> str:
    """Return what to tell who wants to publish a translation without a translated word."""
    said = _("Nothing of “%(page)s” has been translated yet. Translate a text, then publish.")
    return said % {"page": translation.source.object_repr}


@once_per_generation
def behind() -> dict[int, date]:
    """Return, by the primary keys of translations that have fallen behind, since when."""
    return dict(BehindOriginal.objects.values_list("page", "since"))


def _is_behind(page: Page) -> bool:
    translation = translations_into(page).first()
    all_of_it, translated = translation.get_progress() if translation else (0, 0)
    return translated < all_of_it
