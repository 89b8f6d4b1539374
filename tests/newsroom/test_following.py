"""Readers follow news, calls, events, publications and topics in feeds of their own, and a page says how."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import Locale

from governance.models import Sector
from newsroom.models import EventIndexPage, NewsIndexPage
from sesec_portal.home.starter.newsroom import publish_event, publish_news
from sesec_portal.home.starter.standards import publish_call
from standards.models import CallIndexPage
from tests.reading import words

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def kites(db):
    """A topic with a call, an event and a news item, published on 1 May 2026, and one of each that is made up."""
    topic = Sector.objects.create(code="kites", name="kites", name_zh="风筝")
    with time_machine.travel(datetime(2026, 5, 1, tzinfo=UTC), tick=False):
        for sample in (False, True):
            mark = "Made-up" if sample else "Real"
            told = {"sample": sample, "topics": [{"sector": topic}], "locale": Locale.objects.get(language_code="en")}
            calls, events = CallIndexPage.objects.originals().get(), EventIndexPage.objects.originals().get()
            starts = "2026-07-01T09:00+08:00[Asia/Shanghai]"
            publish_call(calls, title=f"{mark} call", slug=mark.lower(), kind="law", deadline=starts, **told)
            publish_event(events, title=f"{mark} fair", slug=mark.lower(), kind="webinar", starts=starts, **told)
            publish_news(NewsIndexPage.objects.originals().get(), title=f"{mark} news", slug=mark.lower(), **told)
    return topic


def read(feed):
    """Return when each entry of a feed was updated, by its title."""
    entries = ElementTree.fromstring(feed).iter(f"{ATOM}entry")  # noqa: S314
    return {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}updated") for entry in entries}


def titles(client, name, language="en"):
    response = client.get(f"/{language}/feeds/{name}.atom")
    assert response.status_code == 200, name
    return set(read(response.content))


def test_each_kind_has_a_feed_and_so_has_each_topic_in_use(client, kites):
    assert "Real call" in titles(client, "calls")
    assert "Real fair" in titles(client, "events")
    assert "Real news" in titles(client, "news")
    assert titles(client, "publications")
    assert titles(client, "topic-kites") == {"Real call", "Real fair", "Real news"}
    for name in ("calls", "events", "news", "changes", "topic-kites"):
        assert not any("Made-up" in title for title in titles(client, name))
    Sector.objects.create(code="umbrellas", name="umbrellas")
    assert client.get("/en/feeds/topic-umbrellas.atom").status_code == 404


def test_a_feed_of_one_kind_tells_of_it_when_it_is_published_and_says_the_same_at_every_instant(client, kites):
    opening = datetime(2026, 7, 1, 1, tzinfo=UTC)
    told = []
    for moment in (opening - timedelta(seconds=1), opening, opening + timedelta(days=1)):
        with time_machine.travel(moment, tick=False):
            told += [client.get(f"/en/feeds/{name}.atom").content for name in ("calls", "events", "topic-kites")]

    assert told[:3] == told[3:6] == told[6:]
    assert read(told[0])["Real call"].startswith("2026-05-01")


def test_a_narrowed_list_has_a_feed_of_what_it_lists(client, kites):
    html = BeautifulSoup(client.get("/en/calls/?topic=kites").content, "html.parser")
    address = html.select_one('main a[type="application/atom+xml"]')["href"]
    feed = client.get(address).content

    assert address == html.select("link[type='application/atom+xml']")[-1]["href"] == "/en/feeds/calls.atom?topic=kites"
    assert set(read(feed)) == {"Real call"}
    root = ElementTree.fromstring(feed)  # noqa: S314
    everything = ElementTree.fromstring(client.get("/en/feeds/calls.atom").content)  # noqa: S314
    assert "kites" in root.findtext(f"{ATOM}title")
    assert root.findtext(f"{ATOM}id") != everything.findtext(f"{ATOM}id")
    assert root.find(f"{ATOM}link[@rel='self']").get("href").endswith(address)
    assert set(read(client.get("/en/feeds/calls.atom?topic=kites&kind=plan").content)) == set()
    assert client.get("/en/feeds/calls.atom?topic=ukuleles").status_code == 404


def test_a_translation_is_in_the_feed_of_its_originals_topic(client, kites):
    event = EventIndexPage.objects.originals().get().get_children().get(slug="real").specific
    translated = event.copy_for_translation(Locale.objects.get(language_code="zh-hans"))
    translated.title = "展会"
    translated.save_revision().publish()

    assert titles(client, "topic-kites", "zh-hans") == {"展会"}
    assert "展会" in titles(client, "events", "zh-hans")


@pytest.mark.parametrize("name", ["news", "calls", "events", "publications"])
def test_a_list_names_its_feed(client, db, name):
    for language in ("en", "zh-hans"):
        html = BeautifulSoup(client.get(f"/{language}/{name}/").content, "html.parser")
        feeds = [link["href"] for link in html.head.find_all("link", type="application/atom+xml")]
        assert feeds == [f"/{language}/feeds/{feed}.atom" for feed in ("changes", name)]
        assert html.main.find("a", href=f"/{language}/feeds/{name}.atom")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_one_page_says_how_to_follow_with_one_link_to_each_and_the_foot_leads_there(client, kites, language):
    html = BeautifulSoup(client.get(f"/{language}/follow/").content, "html.parser")
    links = [link["href"] for link in html.main.find_all("a") if "/feeds/" in link["href"] or ".ics" in link["href"]]

    assert html.footer.find("a", href=f"/{language}/follow/")
    assert len(links) == len(set(links))
    here = f"testserver/{language}"
    feeds = ("news", "calls", "events", "publications", "topic-kites", "changes", "pages", "terms", "decisions")
    assert {link for link in links if link.endswith(".atom")} == {f"/{language}/feeds/{name}.atom" for name in feeds}
    assert {link for link in links if link.startswith("webcal:")} == {
        f"webcal://{here}/calls/calls.ics",
        f"webcal://{here}/events/events.ics",
        f"webcal://{here}/calendar.ics",
        f"webcal://{here}/calendar.ics?topic=kites",
    }
    for link in links:
        assert client.get(link.removeprefix("webcal://testserver")).status_code == 200
    assert ("no mailing list" if language == "en" else "没有邮件列表") in words(html.main)
