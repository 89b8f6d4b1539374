"""What the translators' desk costs does not grow with the length of a page, or with the number of translations."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, TranslationSource

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.languages.progress import translations_into


@pytest.fixture
def chinese(phase_four):
    """SESEC IV in Chinese."""
    return phase_four.get_translation(Locale.objects.get(language_code="zh-hans"))


@pytest.fixture
def cost(client, log_in):
    """Return how many queries an address of the admin takes when it is opened again."""
    log_in("Publishers")

    def count(url):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    return count


def lengthen(page, user, numbers):
    """Add paragraphs with a link each, and translate every other one."""
    page.objectives += "".join(f'<p>More {n} <a href="https://example.org/{n}">there</a>.</p>' for n in numbers)
    page.save_revision().publish()
    TranslationSource.objects.get(object_id=page.translation_key).update_from_db()
    chinese = page.get_translation(Locale.objects.get(language_code="zh-hans"))
    translation = translations_into(chinese).get()
    for segment in StringSegment.objects.filter(source=translation.source, string__data__startswith="More")[::2]:
        known = {"data": "更多", "last_translated_by": user}
        segment.string.translations.get_or_create(
            locale=translation.target_locale, context=segment.context, defaults=known
        )
    for segment in translation.source.overridablesegment_set.all():
        segment.context.overrides.get_or_create(locale=translation.target_locale, defaults={"data_json": '"/"'})


def test_the_editor_of_a_long_page_costs_no_more_than_that_of_a_short_one(cost, chinese, phase_four, django_user_model):
    editor = reverse("wagtailadmin_pages:edit", args=[chinese.pk])
    user = django_user_model.objects.get(username="publishers")
    lengthen(phase_four, user, range(30))
    few = cost(editor)
    lengthen(phase_four, user, range(30, 60))

    assert cost(editor) == few
    assert few < 110


def test_the_report_of_many_translations_costs_no_more_than_that_of_few(cost, home):
    report = reverse("wagtail_localize:translations_report")
    before = cost(report)
    for number in range(8):
        page = StandardPage(title=f"Page {number}", slug=f"page-{number}", summary="Some words", locale=home.locale)
        source, _new = TranslationSource.update_or_create_from_instance(publish(page, home))
        source.translations.get_or_create(target_locale=Locale.objects.get(language_code="zh-hans"))

    assert cost(report) == before


def test_the_report_says_how_many_texts_still_stand_in_english_and_begins_with_those(client, log_in, phase_four):
    log_in("Editors")
    translation = TranslationSource.objects.get(object_id=phase_four.translation_key).translations.get()
    segment = translation.source.stringsegment_set.first()
    segment.string.translations.filter(context=segment.context).delete()

    report = BeautifulSoup(client.get(reverse("wagtail_localize:translations_report")).content, "html.parser")
    first, second = [" ".join(row.text.split()) for row in report.select("table.listing tbody tr")][:2]

    assert first.startswith("SESEC IV")
    assert "1 of 10 texts stands in English" in first
    assert "Everything is translated" in second
