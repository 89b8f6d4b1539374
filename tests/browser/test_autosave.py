"""A form saves by itself what was typed before it began to look for changes."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def form(browser, editors_portal, empty_form):
    """The form of a new page, at the moment in which it can be typed into."""
    address, cookies = empty_form
    context = browser.new_context(base_url=editors_portal, storage_state=cookies)
    page = context.new_page()
    page.goto(address, wait_until="domcontentloaded")
    yield page
    context.close()


def test_what_is_typed_at_once_is_saved_though_nothing_follows(form):
    form.get_by_role("textbox", name="Title").first.fill("Pasted at once")

    expect(form).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))
    form.reload()
    expect(form.get_by_role("textbox", name="Title").first).to_have_value("Pasted at once")
