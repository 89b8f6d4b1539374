"""Readers come in by their language, and facts are the same in both."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import override
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.synctree import create_aliases_for_new_page

from governance.models import Seat
from phases.models import PhasePage
from sesec_portal.home.models import StandardPage
from sesec_portal.languages.marking import mark_foreign
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.operations.verification import languages


@pytest.mark.parametrize(
    ("asked", "given"),
    [("zh-CN,zh;q=0.9", "/zh-hans/"), ("zh-Hans", "/zh-hans/"), ("de,en;q=0.5", "/en/"), ("de", "/en/"), ("", "/en/")],
)
def test_the_bare_address_leads_to_the_readers_language_and_no_cache_keeps_it(client, asked, given):
    response = client.get("/", headers={"accept-language": asked})

    assert response.status_code == 302
    assert response.url == given
    assert response["Vary"] == "Accept-Language"
    assert "no-store" in response["Cache-Control"]


def test_a_page_varies_by_its_address_only(client, db):
    english = client.get("/en/phases/", headers={"accept-language": "zh-CN"})

    assert '<html lang="en">' in english.content.decode()
    assert "Accept-Language" not in english.headers.get("Vary", "")


def test_a_fact_corrected_in_english_is_true_in_chinese_at_once(client, phase_four):
    phase_four.ends = "2022-03"
    phase_four.save_revision().publish()

    html = client.get("/zh-hans/phases/sesec-iv/").content.decode()

    assert "2022年3月" in html


def test_whichever_language_an_editor_chooses_a_page_in_its_facts_are_those_of_the_first(phase_four, cen):
    chinese = cen.get_translation(Locale.objects.get(language_code="zh-hans"))
    phase_four.project_leader = chinese
    phase_four.full_clean()
    assert phase_four.project_leader == cen

    with pytest.raises(ValidationError, match="This partner has a seat already"):
        Seat(partner=chinese).full_clean()


def test_readers_of_chinese_are_shown_the_chinese_pages(phase_index, django_assert_max_num_queries):
    phases = PhasePage.objects.child_of(phase_index).for_listing().by_date()
    with override("zh-hans"), django_assert_max_num_queries(5):
        shown = [phase.shown.url for phase in shown_to_reader(phases)]

    assert shown == [f"/zh-hans/phases/sesec-{number}/" for number in ("i", "ii", "iii", "iv", "v")]


def test_a_page_sent_for_translation_stands_in_until_the_translation_is_published(client, in_english, log_in):
    page = in_english.alias_of
    before = client.get("/zh-hans/in-english/").content
    log_in("Editors")
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])

    answer = client.post(address, {"locales": [Locale.objects.get(language_code="zh-hans").pk]})

    client.logout()
    after = client.get("/zh-hans/in-english/")
    assert answer.status_code == 302
    assert 'class="notice"' in after.content.decode()
    assert after.content == before
    assert "/zh-hans/in-english/" not in client.get("/sitemap-pages.xml").content.decode()


def test_so_does_one_whose_original_was_a_draft_when_it_was_made(client, home, log_in, alone):
    log_in("Publishers")
    page = home.add_child(instance=StandardPage(title="New", slug="new", live=False, locale=home.locale))
    create_aliases_for_new_page(page)
    page.save_revision().publish()
    before = client.get("/zh-hans/new/").content

    locales = {"locales": [Locale.objects.get(language_code="zh-hans").pk]}
    client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), locales)
    translation = Translation.objects.get(source__object_id=page.translation_key)
    [text] = translation.source.stringsegment_set.all()
    client.post(reverse("all_texts", args=[translation.pk]), {f"text-{text.pk}": "新页面"})

    after = client.get("/zh-hans/new/").content
    assert 'class="notice"' in after.decode()
    assert '<main id="content" tabindex="-1" lang="en">' in after.decode() or after == before
    assert "/zh-hans/new/" not in client.get("/sitemap-pages.xml").content.decode()


def test_what_is_taken_down_in_english_is_taken_down_in_chinese(client, phase_four):
    phase_four.unpublish()

    assert client.get("/zh-hans/phases/sesec-iv/").status_code == 404


def test_what_is_kept_for_some_readers_in_english_is_kept_in_chinese_too(client, phase_four):
    restriction = phase_four.view_restrictions.create(restriction_type="password", password="not-a-real-one")
    assert "Betty Xu" not in client.get("/zh-hans/phases/sesec-iv/").content.decode()

    restriction.delete()
    assert "Betty Xu" in client.get("/zh-hans/phases/sesec-iv/").content.decode()


def test_where_the_chinese_page_is_not_published_the_english_one_is_shown(client, phase_four):
    PhasePage.objects.get(translation_key=phase_four.translation_key, locale__language_code="zh-hans").unpublish()

    html = client.get("/zh-hans/phases/").content.decode()

    assert 'href="/en/phases/sesec-iv/" lang="en"' in html


def test_readers_of_english_hear_chinese_words_in_chinese():
    text = mark_safe('See <a href="/中/">中国标准2035</a> (世界贸易组织/技术性贸易壁垒)')

    chinese = BeautifulSoup(mark_foreign(text), "html.parser").find_all(lang="zh-hans")

    assert [words.text for words in chinese] == ["中国标准", "世界贸易组织/技术性贸易壁垒"]
    assert mark_foreign("<b>") == "&lt;b&gt;"
    with override("zh-hans"):
        assert mark_foreign("中国") == "中国"


def test_readers_of_chinese_hear_english_sentences_in_english_and_names_are_left_alone():
    with override("zh-hans"):
        assert mark_foreign("据Newsletter of April 2014。") == '据<span lang="en">Newsletter of April 2014</span>。'
        assert mark_foreign("Betty Xu（CEN）") == "Betty Xu（CEN）"
        assert mark_foreign(mark_safe('<a href="/a b c d/">中</a>')) == '<a href="/a b c d/">中</a>'


def test_a_copy_and_what_is_below_it_stand_in_the_chinese_tree_too(client, phase_four, log_in):
    log_in("Publishers")
    form = {"new_title": "SESEC IV again", "new_slug": "again", "new_parent_page": phase_four.get_parent().pk}
    form |= {"copy_subpages": "on", "alias": ""}
    assert client.post(reverse("wagtailadmin_pages:copy", args=[phase_four.pk]), form).status_code == 302

    copies = Page.objects.filter(url_path__contains="/again/").order_by("path")
    assert [(page.locale.language_code, page.slug) for page in copies] == [
        (language, slug) for language in ("en", "zh-hans") for slug in ("again", "terms-of-reference")
    ]
    assert not list(languages.problems())
