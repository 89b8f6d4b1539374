"""Readers find the sources of facts, after everything else, on a page that cites them; and no other source."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page, PageViewRestriction

from partners.models import PartnerPage
from sesec_portal.search.models import SearchEntry
from sesec_portal.sources.models import Source
from tests.search.searching import addresses, counts, search, words_kept


@pytest.fixture
def cited(cen, source, django_capture_on_commit_callbacks):
    """A source with a name in both languages, which CEN's page cites."""
    letter = source("A letter about heliographs", title_zh="关于日光信号镜的信函", publisher="Institute of Mirrors")
    cite(cen, letter, django_capture_on_commit_callbacks)
    return letter


def cite(partner, letter, capture):
    with capture(execute=True):
        name = partner.names.first()
        name.cited = letter
        partner.names.add(name)
        partner.save_revision().publish()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "heliographs"),
        ("en", "日光信号镜"),
        ("en", "Institute of Mirrors"),
        ("zh-hans", "日光信号镜"),
        ("zh-hans", "heliographs"),
    ],
)
def test_a_source_is_found_by_title_and_publisher_where_it_is_cited(client, cited, language, words):
    html = search(client, words, language)

    assert addresses(html) == [f"/{language}/partners/cen/#sources"]
    assert cited.title_zh in html.main.text if language == "zh-hans" else cited.title in html.main.text


def test_every_source_that_is_found_stands_in_the_notes_of_its_page(client, db):
    entries = SearchEntry.objects.filter(kind="source", language="en")
    assert {entry.title for entry in entries} == set(Source.objects.listed().values_list("title", flat=True))

    for entry in entries:
        page = BeautifulSoup(client.get(entry.shown_on.specific.url).content, "html.parser")
        section = page.find(id="sources").parent
        assert entry.title in section.text, entry.shown_on


def test_it_is_a_kind_of_its_own(client, db):
    html = search(client, "ETSI")
    assert counts(html, "type")["source"] >= 1

    only = search(client, "ETSI", type="source")
    assert len(addresses(only)) == counts(html, "type")["source"]
    assert all(address.endswith("#sources") for address in addresses(only))


def test_sources_come_after_everything_else_even_by_their_whole_title(
    client, cen, source, django_capture_on_commit_callbacks
):
    cite(cen, source("Terms of reference"), django_capture_on_commit_callbacks)

    found = addresses(search(client, "Terms of reference"))

    sources = [address.endswith("#sources") for address in found]
    assert sources == sorted(sources)
    assert "/en/partners/cen/#sources" in found
    assert found[0].endswith("/terms-of-reference/")


def test_a_source_that_nothing_public_cites_is_not_found(
    client, cited, cen, source, django_capture_on_commit_callbacks
):
    source("A letter about semaphores")
    assert not addresses(search(client, "semaphores"))

    cite(cen, source("A letter about flags"), django_capture_on_commit_callbacks)
    assert "heliographs" not in words_kept(), "the page cites another by now"
    assert addresses(search(client, "flags", type="source"))

    restriction = PageViewRestriction.objects.create(page=Page.objects.get(pk=cen.pk), restriction_type="login")
    assert not addresses(search(client, "flags", type="source"))
    restriction.delete()
    with django_capture_on_commit_callbacks(execute=True):
        PartnerPage.objects.get(pk=cen.pk).unpublish()
    assert "about flags" not in words_kept()


def test_a_source_is_found_on_the_first_page_that_cites_it_whichever_did_so_first(
    client, cen, source, django_capture_on_commit_callbacks
):
    letter = source("A letter about semaphores")
    cite(PartnerPage.objects.originals().get(slug="etsi"), letter, django_capture_on_commit_callbacks)
    assert addresses(search(client, "semaphores")) == ["/en/partners/etsi/#sources"]

    cite(cen, letter, django_capture_on_commit_callbacks)
    assert addresses(search(client, "semaphores")) == ["/en/partners/cen/#sources"]


def test_a_source_that_is_unpublished_is_gone_at_once(client, cited):
    Source.objects.get(pk=cited.pk).unpublish()

    assert "heliographs" not in words_kept()
