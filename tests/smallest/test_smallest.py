"""A page type of a model, a migration and a template is at once wherever a page of the portal can be."""

import os
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.core.cache.backends.locmem import LocMemCache
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext

from sesec_portal.core.facets import Facets
from sesec_portal.core.share_card import card_of
from sesec_portal.home.models import HomePage
from sesec_portal.home.starter.builders import publish
from sesec_portal.pagecache.build_id import build_id
from sesec_portal.pagecache.memo import memoized_for
from sesec_portal.search.index.entries import index_page
from sesec_portal.share_images import storage
from tests.foreign_words import foreign_words
from tests.json_ld import faults, read
from tests.pagecache.requests import Portal
from tests.places import examples
from tests.search.searching import addresses, counts, search
from tests.smallest.models import SmallestPage

ADDRESS = "/en/the-smallest/"


@pytest.fixture(autouse=True)
def smallest(home, settings, tmp_path, monkeypatch, django_capture_on_commit_callbacks):
    """One page of the type, published as an editor does it."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(storage, "draw", lambda card: b"")
    fields = {"title": "A very small thing", "slug": "the-smallest", "summary": "It has what every page has."}
    with django_capture_on_commit_callbacks(execute=True):
        return publish(SmallestPage(**fields, locale=home.locale), home)


@pytest.fixture
def portal(tmp_path):
    """A web process behind its page cache; it leaves the test's connection to the database open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield Portal(WSGIHandler(), tmp_path, LocMemCache("the smallest", {}))
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def html(client):
    """The page as a reader gets it."""
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return response.content.decode()


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_editors_may_make_it_where_it_says_that_it_lives():
    assert SmallestPage in HomePage.creatable_subpage_models()


def test_it_can_be_previewed_before_it_is_saved(home):
    page = SmallestPage(title="Not saved yet", slug="not-saved", locale=home.locale)
    page.depth, page.path = home.depth + 1, f"{home.path}9999"
    page.set_url_path(home)

    assert "Not saved yet" in page.make_preview_request(None, page.default_preview_mode).content.decode()


def test_readers_find_it_under_its_label_and_narrow_the_search_to_it(client):
    found = search(client, "very small thing")

    assert addresses(found)[0] == ADDRESS
    assert found.select_one(".results__kind").get_text() == "Smallest page"
    assert counts(found, "type")["smallest"] == 1
    assert addresses(search(client, type="smallest")) == [ADDRESS]


def test_readers_narrow_the_search_to_what_is_about_it(client, smallest, phase_four, monkeypatch):
    about = {"smallest": {smallest.pk}, "phase": {phase_four.pk}}
    monkeypatch.setattr(type(phase_four), "facets", lambda self: Facets(about))
    index_page(phase_four)

    found = search(client, smallest="the-smallest")
    assert set(addresses(found)) == {ADDRESS, "/en/phases/sesec-iv/"}
    assert counts(found, "smallest") == {"the-smallest": 2}
    assert counts(found, "phase") == {"4": 1}
    assert addresses(search(client, smallest="the-smallest", phase="4")) == ["/en/phases/sesec-iv/"]


@pytest.mark.parametrize("listing", ["/sitemap-pages.xml", "/en/feeds/pages.atom", "/en/feeds/changes.atom"])
def test_machines_that_follow_the_portal_are_told_of_it(client, listing):
    assert f"http://testserver{ADDRESS}" in text(client, listing)


def test_it_stands_in_the_tree_of_pages(client):
    links = BeautifulSoup(text(client, "/en/sitemap/"), "html.parser").main.find_all("a", href=ADDRESS)
    assert [link.get_text(strip=True) for link in links] == ["A very small thing"]


def test_it_tells_machines_what_it_is(html):
    graph = read(html)

    assert [thing["@type"] for thing in graph] == ["WebSite", "BreadcrumbList", "WebPage"]
    assert not [fault for thing in graph for fault in faults(thing)]
    assert graph[2]["name"] == "A very small thing"


def test_it_has_a_share_image(html, smallest):
    shown = BeautifulSoup(html, "html.parser").find("meta", property="og:image")["content"]

    assert f"/{card_of(smallest).digest}" in shown


def test_it_is_sound(html):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    parsed = BeautifulSoup(html, "html.parser")

    assert not parser.errors
    assert [heading.get_text(strip=True) for heading in parsed.find_all("h1")] == ["A very small thing"]
    assert parsed.find("link", rel="canonical")["href"] == f"http://testserver{ADDRESS}"
    assert parsed.find("meta", attrs={"name": "description"})["content"] == "It has what every page has."
    assert not foreign_words(parsed)


def test_the_sweeps_find_it_and_it_costs_no_more_than_its_budget(client, html):
    assert examples("en")[SmallestPage].url == ADDRESS

    with memoized_for("one"):
        client.get(ADDRESS)
        with CaptureQueriesContext(connection) as asked:
            client.get(ADDRESS)
    assert len(asked) <= SmallestPage.query_budget[0]


def test_it_is_made_once_and_then_given_from_memory(portal):
    assert portal.get(ADDRESS).body == portal.get(ADDRESS).body
    assert portal.made == [ADDRESS]


def test_a_change_of_its_template_makes_a_new_release(settings):
    settings.OWN_APPS = [*settings.OWN_APPS, "tests.smallest"]
    template = Path(__file__).parent / "templates/smallest/smallest_page.html"
    before, former = build_id(), template.stat()
    try:
        os.utime(template, (former.st_atime, former.st_mtime + 1))
        assert build_id() != before
    finally:
        os.utime(template, ns=(former.st_atime_ns, former.st_mtime_ns))
