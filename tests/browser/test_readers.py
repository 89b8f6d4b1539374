"""The promise: every kind of page serves every reader, on any screen, in both languages, without scripts or traces."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.test_architecture import OWN_PAGES

# One page of each type, the fullest there is.
PLACES = {
    "HomePage": "",
    "PhaseIndexPage": "phases/",
    "PhasePage": "phases/sesec-iii/",
    "TermsOfReferencePage": "phases/sesec-iv/terms-of-reference/",
    "PartnerIndexPage": "partners/",
    "PartnerPage": "partners/cenelec/",
    "SteeringCommitteePage": "steering-committee/",
    "PriorityIndexPage": "steering-committee/priorities/",
    "StandardPage": "background/",
}
# No source records one, so the starter content has none to look at.
WITHOUT_EXAMPLE = {"MeetingPage", "PriorityRevisionPage"}
SEARCH = ["search/", "search/?q=CENELEC", "search/?q=nowhere"]
MISSING = "no-such-page/"
# What is not a page of the tree.
VIEWS = ["sitemap/", "open-data/"]
WIDTHS = [320, 768, 1440]
LANGUAGES = ["en", "zh-hans"]


@pytest.fixture(scope="module")
def visit(browser, portal):
    """Open an address in a browser of one's own: `visit("/en/")`, or `visit("/", locale="zh-CN")` for Chinese."""
    contexts = []

    def reader(address, **wishes):
        contexts.append(browser.new_context(base_url=portal, **wishes))
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield reader
    for context in contexts:
        context.close()


def addresses(language):
    return [f"/{language}/{place}" for place in [*PLACES.values(), *SEARCH, *VIEWS, MISSING]]


def barriers(page):
    """Return what axe finds against a page as it looks now, one line a rule."""
    return [
        f"{page.url} {page.viewport_size['width']}px: {found['id']} ({found['impact']}): {found['nodes'][0]['html']}"
        for found in Axe().run(page).response["violations"]
    ]


def test_every_page_type_is_looked_at():
    assert set(PLACES) | WITHOUT_EXAMPLE == {page_type.__name__ for page_type in OWN_PAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_puts_a_barrier_before_anybody(visit, language):
    page = visit(f"/{language}/")
    found = []
    for address in addresses(language):
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += barriers(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_puts_a_barrier_before_readers_in_the_dark(visit, language):
    page = visit(f"/{language}/", color_scheme="dark")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper != "rgb(255, 255, 255)"
    found = []
    for address in addresses(language):
        page.goto(address)
        found += barriers(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_has_to_scroll_sideways(visit, language):
    page = visit(f"/{language}/")
    too_wide = []
    for address in addresses(language):
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wanted, given = page.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            )
            if wanted > given:
                too_wide.append((address, given, wanted))
    assert not too_wide


def test_reading_leaves_no_trace_and_asks_nobody_else(visit, portal):
    page = visit("/en/")
    said, asked = [], set()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    for language in LANGUAGES:
        for place in [*PLACES.values(), *SEARCH]:
            page.goto(f"/{language}/{place}")
    assert not said
    assert asked == {urlsplit(portal).netloc}
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_read_and_found_without_javascript(visit, language):
    page = visit(f"/{language}/", java_script_enabled=False)
    for place in PLACES.values():
        page.goto(f"/{language}/{place}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("contentinfo")).to_be_visible()
    header = page.get_by_role("banner")
    header.get_by_role("searchbox").fill("CENELEC")
    header.get_by_role("search").get_by_role("button").click()
    page.get_by_role("main").get_by_role("link", name="CENELEC", exact=True).click()
    assert urlsplit(page.url).path == f"/{language}/partners/cenelec/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_key_press_offers_the_way_to_the_content(visit, language):
    page = visit(f"/{language}/")
    for place in PLACES.values():
        page.goto(f"/{language}/{place}")
        page.keyboard.press("Tab")
        skip = page.locator("a[href='#content']")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize(("preferred", "language"), [("en-GB", "en"), ("zh-CN", "zh-hans"), ("fr-BE", "en")])
def test_a_reader_who_names_no_language_gets_the_one_that_the_browser_prefers(visit, preferred, language):
    page = visit("/", locale=preferred)
    assert urlsplit(page.url).path == f"/{language}/"
    expect(page.locator("html")).to_have_attribute("lang", language)
