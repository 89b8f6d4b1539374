"""One sweep over every page of the loaded portal, in both languages."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from governance.models import MeetingPage, PriorityRevisionPage
from tests.markup import foreign_words, misplaced_headings, repeated_ids, syntax_errors
from tests.pages import OWN_PAGES, published_pages
from tests.reading import words

# No source names a meeting or a list of priorities: these registers start empty.
EMPTY_REGISTERS = {MeetingPage, PriorityRevisionPage}


@pytest.fixture(scope="module")
def swept(django_db_setup, django_db_blocker):
    """Every published page with its answer and its parsed HTML, asked for once."""
    with django_db_blocker.unblock():
        return [
            (page, response, BeautifulSoup(response.content, "html.parser"))
            for page in published_pages()
            for response in [Client().get(page.url)]
        ]


def test_every_page_type_is_in_the_starter_content_in_both_languages(db):
    for language in ("en", "zh-hans"):
        found = {page.specific_class for page in published_pages().filter(locale__language_code=language)}
        assert found == set(OWN_PAGES) - EMPTY_REGISTERS


def test_every_page_answers_with_its_language_and_its_canonical_address(swept):
    assert len(swept) > 40
    for page, response, html in swept:
        assert response.status_code == 200, page.url
        assert html.html["lang"] == page.locale.language_code
        canonical = html.find("link", rel="canonical")["href"]
        own = f"http://testserver{page.url}"
        assert (canonical == own) is (page.alias_of_id is None), page.url
        assert html.title.string.strip()


def test_every_page_is_valid_html(swept):
    pages = [(page.url, syntax_errors(response.content.decode())) for page, response, _ in swept]

    assert not [(url, errors) for url, errors in pages if errors]


@pytest.mark.parametrize("rule", [misplaced_headings, repeated_ids, foreign_words])
def test_every_page_has_headings_in_order_an_identifier_once_and_foreign_words_marked(swept, rule):
    assert not [(page.url, faults) for page, _, html in swept if (faults := rule(html))]


def test_every_label_and_link_in_a_page_has_its_target(swept):
    for page, _, html in swept:
        ids = [element["id"] for element in html.find_all(id=True)]
        wanted = [link["href"][1:] for link in html.find_all("a", href=re.compile("^#."))]
        wanted += [
            word
            for element in html.find_all(attrs={"aria-labelledby": True})
            for word in element["aria-labelledby"].split()
        ]
        assert set(wanted) <= set(ids), page.url


def test_no_label_stands_before_an_empty_cell(swept):
    """On a phone each cell of a table stands on a line of its own, behind the heading of its column."""
    assert not [
        (page.url, cell["data-label"])
        for page, _, html in swept
        for cell in html.select("td[data-label]")
        if not words(cell)
    ]


def test_landmarks_of_a_kind_have_names_that_tell_them_apart(swept):
    for page, _, html in swept:
        for kind in ("nav", "aside", "form[role=search]", "section[aria-labelledby], section[aria-label]"):
            names = [_name(landmark, html) for landmark in html.select(kind)]
            assert all(names), (page.url, kind)
            assert len(names) == len(set(names)), (page.url, kind, names)


def _name(landmark, html):
    """Return the name by which a screen reader lists a landmark; an empty text for none."""
    named = [html.find(id=word) for word in landmark.get("aria-labelledby", "").split()]
    return " ".join(words(element) for element in named) or landmark.get("aria-label", "").strip()


def test_no_page_has_an_inline_script_or_style_or_asks_another_host(swept):
    for page, response, html in swept:
        # A block of data is no script: a browser never runs it.
        # What the page is about, and what it cites, for machines.
        scripts = [script.attrs for script in html.find_all("script")]
        assert scripts, page.url
        assert all(attributes == {"type": "application/ld+json"} for attributes in scripts), page.url
        assert not html.find_all("style"), page.url
        assert not html.find_all(style=True), page.url
        fetched = [
            tag.get("src") or tag.get("href")
            for tag in html.find_all(["img", "link"])
            if tag.get("rel") not in (["canonical"], ["alternate"])
        ]
        assert all(address.startswith("/") for address in fetched), page.url
        assert "set-cookie" not in response.headers
        assert "unsafe-inline" not in response["Content-Security-Policy"]


def test_every_link_inside_the_portal_leads_somewhere(swept, client, db):
    addresses = {link["href"] for _, _, html in swept for link in html.find_all("a", href=re.compile("^/(?!admin)"))}
    assert len(addresses) > 40
    for address in sorted(addresses):
        assert client.get(address).status_code == 200, address


def test_translations_name_each_other_and_stand_ins_name_none(swept, db):
    for page, _, html in swept:
        named = {link["hreflang"]: link["href"] for link in html.find_all("link", rel="alternate", hreflang=True)}
        if page.alias_of_id:
            assert not named
            continue
        translations = published_pages().filter(translation_key=page.translation_key, alias_of=None)
        expected = {other.locale.language_code: f"http://testserver{other.url}" for other in translations}
        assert named == {**expected, "x-default": expected["en"]}, page.url


def test_a_page_not_yet_translated_says_so_and_marks_its_language(swept, client, in_english):
    html = BeautifulSoup(client.get(in_english.url).content, "html.parser")
    assert html.find(class_="notice")
    assert html.main["lang"] == "en"
    for page, _, html in swept:
        if not page.alias_of_id:
            assert not html.find(class_="notice")


def test_nothing_calls_the_fourth_phase_current(swept, on_day, client, db):
    with on_day(2026, 11, 22):
        for page, _, _ in swept:
            text = BeautifulSoup(client.get(page.url).content, "html.parser").get_text(" ")
            assert "current phase" not in text.lower().replace("“the current phase, sesec iv”", ""), page.url
