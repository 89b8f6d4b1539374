"""The promise: every kind of page serves every reader, in both languages, without scripts."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.places import AWAY, BROKEN, LANGUAGES, REFUSED, TYPES, VIEWS
from tests.pages import OWN_PAGES

STATUSES = {VIEWS["missing page"]: 404, VIEWS["no such day"]: 404, REFUSED: 403, BROKEN: 500, AWAY: 503}


def test_every_page_type_is_looked_at():
    assert set(TYPES) == {page_type.__name__ for page_type in OWN_PAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_answers_as_it_should(look_around, language):
    for seen in look_around(language):
        assert seen.status == STATUSES.get(seen.address.removeprefix(f"/{language}/"), 200), seen.address


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_asks_for_what_its_content_security_policy_forbids(look_around, language):
    complaints = [(seen.address, text) for seen in look_around(language) for text in seen.said]
    assert not [complaint for complaint in complaints if "Content Security Policy" in complaint[1]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_read_and_found_without_javascript(visit, language):
    page = visit(f"/{language}/", java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_be_visible()
    header = page.get_by_role("banner")
    header.get_by_role("searchbox").fill("CENELEC")
    header.get_by_role("search").get_by_role("button").click()
    page.get_by_role("main").get_by_role("link", name="CENELEC", exact=True).click()
    assert urlsplit(page.url).path == f"/{language}/partners/cenelec/"


@pytest.mark.parametrize(("preferred", "language"), [("en-GB", "en"), ("zh-CN", "zh-hans"), ("fr-BE", "en")])
def test_a_reader_who_names_no_language_gets_the_one_that_the_browser_prefers(visit, preferred, language):
    page = visit("/", locale=preferred)
    assert urlsplit(page.url).path == f"/{language}/"
    expect(page.locator("html")).to_have_attribute("lang", language)
