"""What stands in English on a Chinese page because nobody has translated it is marked as English (WCAG 2.2, 3.1.2)."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.db import connection

from governance.models import Decision
from tests.crawling import asking
from tests.foreign_words import foreign_words
from tests.pages import published_pages

SENTENCE = "Said in the words of a letter, as nobody has put it into Chinese yet."
# What is written in one language only.
ALSO = {"cited_at", "note", "affiliation"}


@pytest.fixture
def in_english(sample):
    """The registers, with a sentence in English in each text and nothing in Chinese."""
    with connection.cursor() as cursor:
        # What has been published, and logs, are changed by nobody otherwise.
        cursor.execute("SET session_replication_role = replica")
        for model in apps.get_models():
            if model._meta.app_config.name in settings.OWN_APPS:
                in_one_language(model)
        cursor.execute("SET session_replication_role = DEFAULT")
    Decision.objects.update(disclosure="public")


def in_one_language(model):
    lengths = {field.name: field.max_length or len(SENTENCE) for field in model._meta.local_fields if not field.choices}
    chinese = {name for name in lengths if name.endswith("_zh")}
    english = ({name.removesuffix("_zh") for name in chinese} | ALSO) & set(lengths)
    words = {name: SENTENCE for name in english if lengths[name] >= len(SENTENCE)}
    if values := dict.fromkeys(chinese, "") | words:
        model._base_manager.update(**values)


def test_every_such_text_is_marked(client, in_english):
    get, shown, faults = asking(client), 0, {}
    for page in published_pages().filter(locale__language_code="zh-hans"):
        html = BeautifulSoup(get(page.url).content, "html.parser")
        # A drawing is described beside it, and cannot mark a part of a text.
        for drawing in html.find_all("svg"):
            drawing.decompose()
        shown += html.get_text().count(SENTENCE)
        if found := foreign_words(html):
            faults[page.url] = found
    assert not faults
    assert shown > 50
