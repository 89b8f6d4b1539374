"""The made-up set shows how the registers work; wherever it is read, the page says that it is made up."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.html import escape
from wagtail.models import Page

from governance.models import (
    Decision,
    MeetingPage,
    PriorityItem,
    PriorityRevisionPage,
    Seat,
    Sector,
    StatusEntry,
)
from partners.models import Person
from phases.models import TeamMember
from sesec_portal.sources.models import Source
from tests.crawling import crawl
from tests.home.loading import load
from tests.home.samples import MARKED, banner
from tests.reading import main_of, words


def everything():
    pages = Page.objects.order_by("path").values_list("path", "title", "latest_revision_id", "last_published_at")
    models = [*MARKED, StatusEntry, PriorityItem, Seat]
    return list(pages), [list(model.objects.order_by("pk").values()) for model in models]


def texts_of_samples():
    """Every word of a made-up row that a reader may see, in both languages."""
    texts = set()
    for language in ("en", "zh-hans"):
        with translation.override(language):
            texts |= {person.published_name for person in Person.objects.filter(sample=True)}
            texts |= {sector.shown_name for sector in Sector.objects.filter(sample=True)}
            texts |= {decision.public_text for decision in Decision.objects.filter(sample=True)}
            for model in (MeetingPage, PriorityRevisionPage):
                for page in model.objects.filter(sample=True, locale__language_code=language):
                    texts |= {page.title, page.summary}
    return texts - {None, ""}


def test_every_made_up_row_is_marked(sample):
    assert [model.objects.filter(sample=True).count() for model in (Person, Sector, Decision)] == [3, 8, 6]
    for model in MARKED:
        made_up = model.objects.exclude(name="Betty Xu") if model is Person else model.objects.all()
        made_up = made_up.filter(title__endswith="ample source") if model is Source else made_up
        assert made_up.exists()
        assert not made_up.filter(sample=False).exists(), model


def test_a_second_planting_changes_nothing(sample):
    before = everything()

    assert "there already" in load("--sample")
    assert everything() == before


def test_every_page_that_shows_a_made_up_row_says_so(sample, client):
    texts = texts_of_samples()
    showing = []
    for address, response in crawl(client):
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        html = BeautifulSoup(response.content, "html.parser")
        shown = words(html)
        if any(" ".join(text.split()) in shown for text in texts):
            showing.append(address)
            assert html.select(".notice--sample"), address
    kinds = ["", "partners/cen/", "steering-committee/", "steering-committee/sample-meeting-2/"]
    kinds += ["sitemap/"]
    kinds += [f"steering-committee/priorities/{rest}" for rest in ("", "sample-revision-3/", "compare/901/903/")]
    assert {f"/{language}/{kind}" for language in ("en", "zh-hans") for kind in kinds} <= set(showing)


@pytest.mark.parametrize(
    ("address", "says_so"),
    [
        ("steering-committee/as-of/2025-06-01/", True),
        ("steering-committee/as-of/2022-01-01/", True),
        ("steering-committee/as-of/2016-05-01/", False),
        ("steering-committee/priorities/as-of/2024-06-01/", True),
        ("steering-committee/priorities/as-of/2016-05-01/", False),
        ("partners/cenelec/", True),
        ("partners/etsi/", True),
        ("partners/efta/", False),
        ("phases/", False),
        ("phases/sesec-iv/", False),
        ("background/", False),
        ("search/?q=sample+meeting", True),
        ("search/?q=blockchain", False),
        ("sitemap/", True),
    ],
)
def test_a_page_says_so_only_where_it_shows_one(sample, client, address, says_so):
    """A vacant seat or an unpublished name is made up too, though no word of it tells."""
    assert banner(client, f"/en/{address}") is says_so


def test_a_phase_with_a_made_up_person_says_so(sample, client, phase_four):
    TeamMember.objects.create(phase=phase_four, person=Person.objects.get(name="Sample Holder A"), office="assistant")

    assert banner(client, "/en/phases/sesec-iv/")
    assert banner(client, "/zh-hans/phases/sesec-iv/")


def test_the_banner_costs_no_query(sample, client):
    """What is made up is told from the rows that the page shows anyway."""
    addresses = ["", "steering-committee/", "steering-committee/priorities/", "partners/cen/", "phases/sesec-iv/"]

    def costs():
        found = []
        for address in addresses:
            client.get(f"/en/{address}")
            with CaptureQueriesContext(connection) as queries:
                client.get(f"/en/{address}")
            found.append(len(queries))
        return found

    before = costs()
    for model in MARKED:
        model.objects.update(sample=False)
    assert costs() == before


def test_the_samples_show_what_the_registers_can(sample, client, on_day):
    with on_day(2026, 11, 22):
        committee = main_of(client, "/en/steering-committee/")
    for sentence in ("Sample Holder B, since 1 January 2024", "not published (sample)", "vacant (sample)", "no holder"):
        assert sentence.removesuffix(", since 1 January 2024") in committee
    for sentence in ("alternate", "past due", "Sample public text"):
        assert sentence in committee
    assert "appears on no page" not in committee
    comparison = main_of(client, "/en/steering-committee/priorities/compare/901/903/")
    for change in ("added", "removed", "moved", "reworded"):
        assert change in comparison
    assert "Sources disagree on the date of the meeting 8 October 2024 [1] 9 October 2024 [2]" in main_of(
        client, "/en/steering-committee/sample-meeting-2/"
    )


def test_the_samples_are_chinese_where_the_portal_is(sample, client):
    assert "第一次示例会议" in main_of(client, "/zh-hans/steering-committee/")
    assert "示例开幕" in main_of(client, "/zh-hans/steering-committee/sample-meeting-1/")
    assert "示例理由" in main_of(client, "/zh-hans/steering-committee/priorities/")
    page = BeautifulSoup(client.get("/zh-hans/steering-committee/priorities/sample-revision-2/").content, "html.parser")
    for part in page.select("h1, .lead, .prose, .priorities"):
        assert "示例" in part.get_text() or "虚构" in part.get_text()
        assert "ample" not in part.get_text()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_no_feed_tells_of_a_made_up_row(sample, client, language):
    for name in ("changes", "pages", "terms", "decisions", "news", "calls", "events", "publications"):
        feed = client.get(f"/{language}/feeds/{name}.atom").content.decode()
        assert not any(escape(text) in feed for text in texts_of_samples()), name
        assert "<entry>" not in feed or name not in {"terms", "decisions"}
