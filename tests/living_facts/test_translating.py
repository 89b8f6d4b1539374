"""What a translator gets of a living fact, and is told of one that the translation leaves out."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation

from tests.living_facts.elements import PHASE
from tests.reading import main_of

SOURCE = 'SESEC is in <a id="a1">the present phase</a>.'
WARNING = "is left out of: SESEC is in <a id="


@pytest.fixture
def chinese(write, translate):
    """The Chinese of a page with a living fact, translated in full."""
    page = write(f"SESEC is in {PHASE}.")
    translate(page, {SOURCE: '本项目处于<a id="a1">当前阶段</a>。'})
    return page.get_translation(Locale.objects.get(language_code="zh-hans"))


@pytest.fixture
def save(client, log_in, chinese):
    """Save a translation of the sentence in the form of all texts, and return what is said above the form."""
    log_in("Publishers")
    address = reverse("all_texts", args=[Translation.objects.get(source__object_id=chinese.translation_key).pk])

    def send(words):
        form = BeautifulSoup(client.get(address).content, "html.parser")
        sent = {area["name"]: area.text.removeprefix("\n") for area in form.select("[data-text] textarea")}
        sent |= {field["name"]: field["value"] for field in form.select("[data-text] input[type=hidden]")}
        field = next(row.textarea["name"] for row in form.select("[data-text]") if "SESEC is in" in row.text)
        answer = client.post(address, {**sent, field: words}, follow=True)
        return BeautifulSoup(answer.content, "html.parser").select_one(".messages").get_text(" ", strip=True)

    return send


def test_who_leaves_a_fact_out_is_told_which_text_lacks_it(save):
    assert WARNING in save("本项目分阶段实施。")
    assert WARNING not in save('<a id="a1">当前阶段</a>即本项目所处阶段。')


def test_a_fact_that_the_english_has_not_is_refused(save):
    assert "Nothing has been saved yet" in save('本项目处于<a id="a2">当前阶段</a>。')


def test_who_publishes_is_told_too_and_the_page_is_published_as_it_is(client, save, chinese):
    save("本项目分阶段实施。")
    form = reverse("wagtailadmin_pages:edit", args=[chinese.pk])
    answer = client.post(form, {"action": "publish"}, follow=True)

    assert WARNING in BeautifulSoup(answer.content, "html.parser").select_one(".messages").get_text(" ", strip=True)
    assert "本项目分阶段实施。" in main_of(client, "/zh-hans/living/")
