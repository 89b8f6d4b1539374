"""The promise: a draft is shown to a partner from the form of its page, and neither meets a barrier."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.walk import AXE, EVERY_RULE, VIOLATIONS


@pytest.fixture
def form(browser, editors_portal, empty_form):
    """The form of a page that has been saved as a draft, open before a Publisher."""
    address, cookies = empty_form
    context = browser.new_context(base_url=editors_portal, storage_state=cookies)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("textbox", name="Title*", exact=True).fill("To be read")
    page.locator("footer").get_by_role("button", name="Save draft", exact=True).click()
    page.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    yield page
    context.close()


def barriers(page, rules):
    """Return what axe finds on the page that is open."""
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(AXE, rules)


def test_a_draft_is_shown_and_commented_on(form, browser, editors_portal):
    key = re.search(r"/pages/(\d+)/", form.url)[1]
    form.goto(f"/admin/draft-links/page/{key}/")
    form.get_by_label("For whom").fill("CEN")
    form.get_by_role("button", name="Make a link").click()
    address = form.get_by_label("Address of the draft").input_value()
    found = barriers(form, {**VIOLATIONS, "runOnly": ["wcag2a", "wcag2aa", "wcag21aa"]})

    reader = browser.new_context(base_url=editors_portal)
    page = reader.new_page()
    page.goto(re.search(r"/draft/.*", address)[0])
    expect(page.get_by_text("Draft, not published")).to_be_visible()
    found += barriers(page, EVERY_RULE)
    page.get_by_label("Your name").fill("Wei")
    page.get_by_label("Your comment").fill("Point 2 is wrong.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("status")).to_contain_text("Thank you.")
    reader.close()

    form.goto("/admin/draft-links/report/")
    expect(form.get_by_role("row").filter(has_text="CEN")).to_contain_text("works")
    assert not found
