"""The glossary: terms in the order of the reader's language, found, and explained where a text uses them."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from standards.models import GlossaryPage, Term
from tests.json_ld import about
from tests.reading import main_of

EN, ZH = "/en/glossary/", "/zh-hans/glossary/"


def soup(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser").main


@pytest.fixture
def sac(db):
    """The term SAC."""
    return Term.objects.get(code="sac")


@pytest.fixture
def marked(home, sac):
    """A page whose text marks the term SAC."""
    text = f'<p>Ask <a linktype="term" id="{sac.pk}">SAC</a>.</p>'
    return publish(StandardPage(title="Marked", slug="marked", locale=home.locale, body=[("text", text)]), home)


def test_it_stands_by_letter_in_english_and_by_pinyin_in_chinese(client, db):
    english, chinese = ([h.get_text(strip=True) for h in soup(client, place).find_all("h2")] for place in (EN, ZH))

    assert english[:3] == ["A", "C", "E"]
    assert chinese[:3] == ["B", "D", "G"]
    page = soup(client, ZH)
    assert page.find(id="letter-B").find_next("dt")["id"] == "term-standardization"
    assert soup(client, EN).find(id="letter-S").find_next("dt")["id"] == "term-sesec"


def test_every_term_tells_its_name_in_both_languages_its_meaning_and_its_body(client, db):
    page = main_of(client, EN)

    assert "Standardization Administration of China (SAC) 国家标准化管理委员会" in page
    assert "China’s administration for standardization, part of SAMR since 2018." in page
    assert "Who is who: Standardization Administration of China" in page
    assert "标准化 standardization 制定标准并付诸实施。" in main_of(client, ZH)


def test_a_draft_is_not_in_it(client, sac):
    Term.objects.filter(pk=sac.pk).update(live=False)

    assert not soup(client, EN).find(id="term-sac")


def test_pinyin_is_typed_without_tones(sac):
    sac.pinyin = "Guójiā"
    with pytest.raises(ValidationError) as refusal:
        sac.full_clean()

    assert refusal.value.message_dict["pinyin"] == ["Type small letters without tones, and nothing else: biaozhunhua."]
    with pytest.raises(IntegrityError), transaction.atomic():
        sac.save()


@pytest.mark.parametrize("query", ["standardization administration", "指导性技术文件", "GB/Z", "TC260"])
def test_a_term_is_found_at_its_anchor(client, db, query):
    anchors = {"指导性技术文件": "gb-z", "GB/Z": "gb-z", "TC260": "tc260"}
    answer = client.get("/en/search/", {"q": query}).content.decode()

    assert f"/en/glossary/#term-{anchors.get(query, 'sac')}" in answer


def test_machines_read_a_set_of_terms(client, sac):
    glossary = about(client, EN)

    assert glossary["@type"] == "DefinedTermSet"
    told = {term["termCode"]: term for term in glossary["hasDefinedTerm"]}
    assert told["sac"]["description"] == sac.meaning
    assert told["sac"]["alternateName"] == ["SAC", "国家标准化管理委员会"]


@pytest.mark.parametrize(("language", "meaning"), [("en", "administration for"), ("zh-hans", "标准化管理机构")])
def test_a_marked_term_leads_to_the_glossary_and_describes_itself(client, db, language, meaning):
    link = soup(client, f"/{language}/background/").find("a", class_="term")

    assert link.get_text() == "SAC"
    assert link["href"] == f"/{language}/glossary/#term-sac"
    assert meaning in link["title"]
    assert soup(client, f"/{language}/glossary/").find(id="term-sac")


def test_the_words_stay_where_the_term_or_the_glossary_has_gone(client, marked, sac):
    GlossaryPage.objects.originals().get().unpublish()
    link = soup(client, marked.url).find("a", string="SAC")
    assert "href" not in link.attrs
    assert sac.meaning in link["title"]

    Term.objects.filter(pk=sac.pk).update(live=False)
    assert "Ask SAC." in main_of(client, marked.url)
    assert not soup(client, marked.url).find("a", class_="term")


def test_the_editor_keeps_a_marked_term_as_it_is(sac):
    converter = ContentstateConverter(["link", "term"])
    html = f'<p data-block-key="abcde">Ask <a id="{sac.pk}" linktype="term">SAC</a>.</p>'

    kept = converter.to_database_format(converter.from_database_format(html))
    assert BeautifulSoup(kept, "html.parser").a.attrs == {"linktype": "term", "id": str(sac.pk)}
    without = ContentstateConverter(["bold"])
    assert "<a" not in without.to_database_format(without.from_database_format(html))


def test_the_control_is_wherever_links_can_be_set(client, log_in, home):
    log_in("Editors")
    page = home.get_children().get(slug="background")
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "js/term-control" in form
    assert reverse("wagtailsnippetchoosers_standards_term:choose") in form


def test_a_term_that_a_text_marks_is_not_deleted_and_the_text_is_named(
    client, log_in, sac, home, django_capture_on_commit_callbacks
):
    text = f'<p>Ask <a linktype="term" id="{sac.pk}">SAC</a>.</p>'
    with django_capture_on_commit_callbacks(execute=True):
        publish(StandardPage(title="Marks it", slug="marks-it", locale=home.locale, body=[("text", text)]), home)
    log_in("Publishers")
    delete = reverse("wagtailsnippets_standards_term:delete", args=[sac.pk])

    answer = client.post(delete, follow=True).content.decode()
    assert "Marks it" in answer
    assert Term.objects.filter(pk=sac.pk).exists()

    unused = Term.objects.create(code="unused", name="unused", meaning="Nothing.")
    client.post(reverse("wagtailsnippets_standards_term:delete", args=[unused.pk]))
    assert not Term.objects.filter(pk=unused.pk).exists()


def test_translations_keep_the_term(db, sac):
    chinese = Page.objects.get(url_path__endswith="/background/", locale__language_code="zh-hans").specific

    assert 'linktype="term"' in str(chinese.body.raw_data[1]["value"])
