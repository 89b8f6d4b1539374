"""The promise: the guide is one press away from every form, can be read by everybody, and the first things go away."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.walk import AXE, VIOLATIONS


@pytest.fixture
def desk(browser, editors_portal, empty_form):
    """The admin's front page before a Publisher, and the address of a form."""
    address, cookies = empty_form
    context = browser.new_context(base_url=editors_portal, storage_state=cookies)
    page = context.new_page()
    page.goto("/admin/")
    yield page, address
    context.close()


def barriers(page):
    """Return what axe finds on the page that is open."""
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(AXE, {**VIOLATIONS, "runOnly": ["wcag2a", "wcag2aa", "wcag21aa"]})


def test_who_is_new_is_told_and_finds_the_guide(desk):
    page, form = desk
    card = page.get_by_role("region", name="Five first things")
    expect(card.get_by_role("listitem")).to_have_count(5)
    found = barriers(page)
    # It is hidden at once, and kept by a request of its own, which a reload would cut off.
    with page.expect_response("**/admin/dismissibles/"):
        page.get_by_role("button", name="I know: do not show this again").press("Enter")
    expect(card).to_be_hidden()
    page.reload()
    expect(page.get_by_role("heading", name="What needs you")).to_be_visible()
    expect(card).to_have_count(0)

    page.goto(form)
    page.get_by_role("button", name="Toggle guide").press("Enter")
    guide = page.locator("[data-side-panel=guide]")
    expect(guide).to_contain_text("Its summary stands in lists")
    found += barriers(page)
    guide.get_by_role("link", name="Dates", exact=True).click()
    expect(page).to_have_url(re.compile("/admin/guide/#dates$"))
    expect(page.get_by_role("heading", name="Dates", exact=True)).to_be_in_viewport()
    found += barriers(page)
    assert not found
