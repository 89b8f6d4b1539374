"""Each source is printed once a page, as a numbered note to which the text leads and which leads back."""

import json

import pytest
from bs4 import BeautifulSoup

from phases.models import PhasePage
from sesec_portal.sources.models import Source
from tests.json_ld import faults
from tests.reading import words

PHASE = "phases/sesec-i/"


@pytest.fixture
def read(client, db):
    """Return a page as its readers get it: `read("zh-hans/phases/")`."""
    return lambda address: BeautifulSoup(client.get(f"/{address}").content, "html.parser")


def notes(html):
    return html.select(".notes > ol > li")


def note(html, title):
    return next(each for each in notes(html) if title in words(each))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_source_that_is_cited_often_is_printed_once(read, language):
    html = read(f"{language}/{PHASE}")

    titles = [words(each.cite) for each in notes(html)]
    assert len(titles) == len(set(titles)) == 3
    assert len(html.select('.cite a[href="#source-1"]')) > 2
    assert words(html.main).count(titles[0]) == 1


def test_numbers_follow_the_order_of_the_text_and_each_leads_there_and_back(read):
    html = read(f"en/{PHASE}")

    cited = [link["href"] for link in html.select(".cite a")]
    assert list(dict.fromkeys(cited)) == ["#source-1", "#source-2", "#source-3"]
    assert [each["id"] for each in notes(html)] == ["source-1", "source-2", "source-3"]
    for link in html.select(".cite a"):
        assert link["aria-label"] == f"Source {words(link).strip('[]')}"
    back = [link["href"].removeprefix("#") for link in html.select(".notes__back a")]
    assert sorted(back) == sorted(link["id"] for link in html.select(".cite a"))


def test_readers_of_chinese_get_chinese_titles_and_words(read):
    html = read(f"zh-hans/{PHASE}")

    assert "项目主页（SESEC IV版本）" in words(notes(html)[0])
    assert "第四阶段的项目网站" in words(notes(html)[0])
    assert words(html.find(id="sources")) == "资料来源"


def test_an_untranslated_title_is_marked_as_english(read):
    Source.objects.update(title_zh="")

    cite = notes(read(f"zh-hans/{PHASE}"))[0].cite
    assert cite.find(attrs={"lang": "en"})


def test_a_former_address_of_the_portal_is_told_and_not_linked(read, settings):
    former = notes(read(f"en/{PHASE}"))[0]
    assert "http://sesec.eu/sesec/" in words(former)
    assert not former.cite.a

    settings.FORMER_HOSTS = []
    assert notes(read(f"en/{PHASE}"))[0].cite.a["href"] == "http://sesec.eu/sesec/"


@pytest.mark.parametrize("title", ["The project’s home page", "ETSI’s page"])
def test_the_archived_address_is_linked_where_the_other_is_dead_or_the_portals_own(read, title):
    Source.objects.update(archive_url="https://archive.example.org/copy")
    Source.objects.filter(title="ETSI’s page on SESEC").update(gone_since="2026-11-01")

    found = note(read(f"en/{PHASE}"), title)
    assert found.cite.a["href"] == "https://archive.example.org/copy"
    assert {link["href"] for link in found.select("a[href^=http]")} == {"https://archive.example.org/copy"}
    if title.startswith("ETSI"):
        assert "address did not work on 1 November 2026" in words(found)


def test_a_living_address_is_linked_with_the_copy_beside_it_and_all_that_is_known(read):
    etsi = Source.objects.filter(title="ETSI’s page on SESEC")
    etsi.update(archive_url="https://archive.example.org/copy", seen_on="2026-11-02", publisher="ETSI itself")
    for source in etsi:
        source.published = "2010-05"
        source.save()

    found = note(read(f"en/{PHASE}"), "ETSI’s page")
    assert [link["href"] for link in found.select("a[href^=http]")] == [
        etsi.get().url,
        "https://archive.example.org/copy",
    ]
    assert words(found).startswith("ETSI’s page on SESEC, ETSI itself, May 2010 a partner seen on 2 November 2026")


def test_the_place_in_a_source_stands_beside_its_number(read):
    PhasePage.objects.get(number=1).statements.filter(date="2006-05").update(cited_at="page 3")

    assert "May 2006 [1] (page 3)" in words(read(f"en/{PHASE}").main)


def test_nothing_is_told_of_a_source_that_is_not_published(read):
    Source.objects.filter(title="ETSI’s page on SESEC").update(live=False)

    html = read(f"en/{PHASE}")
    assert "ETSI’s page on SESEC" not in str(html)
    assert "A source that is not published." in words(notes(html)[1])
    assert "ETSI’s page on SESEC" not in str(read("en/sources/"))


def test_blocks_of_a_text_cite_too(read):
    html = read("en/background/")

    assert html.select(".disagreement .cite")
    assert notes(html)


def test_one_source_that_says_two_things_is_not_told_as_several(read):
    mark = ".disagreement__mark"
    one = read("en/calls/standardization-law-second-reading/").select_one(mark)

    assert words(one) == "One source gives two answers"
    assert words(read("en/background/").select_one(mark)) == "Sources disagree"


def test_a_page_without_sources_has_no_notes(read):
    assert not read("en/contact/").select(".notes")


def test_machines_get_what_a_page_cites(read):
    told = json.loads(read(f"en/{PHASE}").main.find("script", type="application/ld+json").string)
    works = told["citation"]

    assert not list(faults(told))
    assert [work["@type"] for work in works] == ["CreativeWork"] * 3
    assert works[0]["name"].startswith("The project’s home page")
    assert works[0]["identifier"] == "http://sesec.eu/sesec/"
    assert works[1]["url"].startswith("http://www.etsi.org/")
