"""The promise: lists come in without a mouse, on a phone too, and axe finds nothing on the way."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.admin_barriers import expect_no_barrier
from tests.sheets import as_csv

UPLOAD = "/admin/spreadsheets/terms/"
HEADINGS = ("Code", "Term in English", "Meaning", "Pinyin")
GOOD = as_csv(HEADINGS, ("kite", "Kite standard", "A standard for kites.", ""))
BAD = as_csv(HEADINGS, ("kite", "Kite standard", "", "Fēng"), ("kite", "Kite", "A kite.", ""))


@pytest.fixture(scope="module")
def page(browser, editors_portal, empty_form):
    """A window of a Publisher."""
    context = browser.new_context(base_url=editors_portal, storage_state=empty_form[1])
    yield context.new_page()
    context.close()


def send(page, content):
    """Choose a file, and press Enter on the button beside it."""
    page.goto(UPLOAD)
    chosen = {"name": "terms.csv", "mimeType": "text/csv", "buffer": content}
    page.get_by_label("Spreadsheet").set_input_files(chosen)
    press(page, page.get_by_role("button", name="Show what would be done"))
    page.wait_for_url(re.compile(r"/terms/[0-9a-f-]{36}/$"))


def press(page, button):
    """Press Tab until a button has the focus, and then Enter."""
    for _ in range(80):
        if button.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("content", [None, GOOD, BAD])
def test_it_puts_no_barrier_before_anybody(page, content):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(UPLOAD) if content is None else send(page, content)
    expect_no_barrier(page)


def test_the_keyboard_leads_from_the_file_to_the_list(page):
    page.set_viewport_size({"width": 1440, "height": 900})
    send(page, GOOD)
    expect(page.locator(".sheet-table")).to_contain_text("Kite standard")

    press(page, page.get_by_role("button", name="Import as drafts"))

    page.wait_for_url("**/admin/snippets/standards/term/**")
    expect(page.get_by_text("1 entry was imported.")).to_be_visible()
