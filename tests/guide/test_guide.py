"""The guide stands where it is needed: beside each form, whole in the menu, and in short for who is new."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile

from sesec_portal.guide.text import CHINESE, ENGLISH, EVERY_FORM, sections_of
from tests.pages import OWN_PAGES
from tests.reading import words

EDITED = [model for model in (*OWN_PAGES, *get_snippet_models()) if model._meta.app_label != "smallest"]
BLOCKS = re.compile(r"^(?:#+ |- |\|)|(?<=\n\n)(?=\S)", re.MULTILINE)


def read(answer):
    return BeautifulSoup(answer.content, "html.parser")


def beside(client, address):
    """Return what the guide beside a form says."""
    return read(client.get(address)).select_one("[data-side-panel=guide] .guide")


def test_the_guide_has_a_section_about_everything_that_is_edited():
    marked = {mark for section in sections_of(ENGLISH) for mark in section.marks} - {EVERY_FORM}
    assert marked == {model._meta.label_lower for model in EDITED}


def test_the_chinese_guide_has_the_same_sections_and_each_is_a_translation_of_the_english_as_it_is():
    english, chinese = sections_of(ENGLISH), sections_of(CHINESE)
    assert len(english) == len(chinese)
    behind = [of.heading for of, to in zip(english, chinese, strict=True) if to.marks != {of.digest}]
    assert not behind, "Translate these anew, and write the digest of the English below the Chinese heading."
    for of, to in zip(english, chinese, strict=True):
        assert len(BLOCKS.findall(of.markdown)) == len(BLOCKS.findall(to.markdown)), of.heading


@pytest.mark.parametrize("model", OWN_PAGES, ids=lambda model: model._meta.label_lower)
def test_the_form_of_a_page_has_the_guide_to_it_beside_it(sample, log_in, client, model):
    log_in("Publishers")
    page = model.objects.first()
    guide = beside(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    about = [section.heading for section in sections_of(ENGLISH) if model._meta.label_lower in section.marks]
    assert [words(heading) for heading in guide.select("section h3:first-child")] == about


@pytest.mark.parametrize("model", get_snippet_models(), ids=lambda model: model._meta.label_lower)
def test_the_form_of_a_new_entry_has_the_guide_to_it_beside_it(log_in, client, model):
    log_in("Publishers")
    guide = beside(client, reverse(model.snippet_viewset.get_url_name("add")))
    assert guide.select("section")
    entry = model.objects.first()
    if entry:
        again = beside(client, reverse(model.snippet_viewset.get_url_name("edit"), args=[entry.pk]))
        assert words(again) == words(guide)


def test_the_form_of_a_new_page_has_it_too_and_leads_to_what_concerns_every_form(log_in, client, home):
    log_in("Editors")
    guide = beside(client, reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk]))
    assert "Its summary stands in lists" in words(guide)
    assert "SESEC IV" not in words(guide)
    led = {link["href"] for link in guide.select("a")}
    assert {"/admin/guide/#dates", "/admin/guide/#chinese", "/admin/guide/"} <= led
    whole = read(client.get("/admin/guide/"))
    assert all(whole.find(id=link.partition("#")[2]) for link in led if "#" in link)


def test_the_menu_has_the_guide_and_nothing_of_wagtails_releases(log_in, client):
    log_in("Editors")
    frame = client.get("/admin/").content.decode()
    assert "Guide for editors" in frame
    assert "/admin/guide/" in frame
    assert "guide.wagtail.org" not in frame
    assert "What's new in Wagtail" not in frame


def test_the_whole_guide_reads_in_the_readers_language(log_in, client):
    user = log_in("Editors")
    english = read(client.get("/admin/guide/"))
    assert [words(heading) for heading in english.select(".guide section > h2")] == [
        section.heading for section in sections_of(ENGLISH)
    ]
    assert "<!--" not in words(english)
    assert english.select_one("table th")
    UserProfile.objects.create(user=user, preferred_language="zh-hans")
    chinese = read(client.get("/admin/guide/"))
    assert [words(heading) for heading in chinese.select(".guide section > h2")] == [
        section.heading for section in sections_of(CHINESE)
    ]
    for code in chinese("code"):
        code.extract()
    assert "*" not in words(chinese)
    assert [section["aria-labelledby"] for section in chinese.select(".guide section")] == [
        section["aria-labelledby"] for section in english.select(".guide section")
    ]


def test_only_who_works_in_the_admin_reads_it(client):
    assert client.get("/admin/guide/").status_code == 302


def test_the_first_things_are_shown_until_they_are_put_away(log_in, client):
    log_in("Editors")
    card = read(client.get("/admin/")).select_one(".first-things")
    assert len(card.select("ol > li")) == 5
    assert all(client.get(link["href"]).status_code == 200 for link in card.select("a"))
    named = card["data-w-dismissible-id-value"]
    client.patch(reverse("wagtailadmin_dismissibles"), {named: True}, content_type="application/json")
    assert not read(client.get("/admin/")).select_one(".first-things")
