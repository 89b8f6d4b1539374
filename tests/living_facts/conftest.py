"""A page whose text tells living facts."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.synctree import create_aliases_for_new_page

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from tests.reading import main_of


@pytest.fixture
def write(home):
    """Publish a page, /en/living/, with a paragraph of this HTML; in Chinese it stands in for its translation."""

    def publish_text(html):
        page = StandardPage(title="Living", slug="living", locale=home.locale, body=[("text", f"<p>{html}</p>")])
        page = publish(page, home)
        create_aliases_for_new_page(page)
        return page

    return publish_text


@pytest.fixture
def printed(client, write):
    """Return what a page prints of a text: `printed("Now: …")`, in English or on its Chinese address."""

    def ask(html, language="en"):
        write(html)
        return main_of(client, f"/{language}/living/")

    return ask


@pytest.fixture
def translate():
    """Publish the Chinese of a page: `translate(page, {"English": "中文"})`; return the texts that translators saw."""

    def publish_translation(page, words):
        source, _ = TranslationSource.update_or_create_from_instance(page)
        chinese = Locale.objects.get(language_code="zh-hans")
        translation, _ = Translation.objects.get_or_create(source=source, target_locale=chinese)
        segments = list(StringSegment.objects.filter(source=source).select_related("string", "context"))
        for segment in segments:
            where = {"translation_of": segment.string, "locale": chinese, "context": segment.context}
            StringTranslation.objects.create(data=words.get(segment.string.data, "译文"), **where)
        translation.save_target(publish=True)
        return {segment.string.data for segment in segments}

    return publish_translation
