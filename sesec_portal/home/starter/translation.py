"""Chinese translations of the starter content, kept as the translation package keeps an editor's own."""

from wagtail.models import Locale, Page
from wagtail_localize.models import (
    LocaleSynchronization,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from .texts import Texts


def mirror_the_tree() -> None:
    """Let every page stand in the Chinese tree too, in English until it is translated; also those made later."""
    english, _ = Locale.objects.get_or_create(language_code="en")
    chinese, _ = Locale.objects.get_or_create(language_code="zh-hans")
    LocaleSynchronization.objects.update_or_create(locale=chinese, defaults={"sync_from": english})


def translate(page: Page, texts: Texts) -> None:
    """Publish the Chinese translation of a page.

    Arguments: the page in English, and the Texts that hold its Chinese.
    Raises ValueError, naming the first text, when something has no Chinese.
    """
    chinese = Locale.objects.get(language_code="zh-hans")
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=chinese)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        words = texts.chinese(segment.string.data)
        if words is None:
            raise ValueError(f"{page.title}: no Chinese for “{segment.string.data[:80]}”")
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=chinese,
            context=segment.context,
            defaults={"data": words, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
        )
    translation.save_target(publish=True)
