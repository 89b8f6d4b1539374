"""Two translators of one text: who saves later is told what stands there, and puts their own in its place by choice."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def translator(browser, editors_portal, empty_form):
    """Open the translation of the page for officials, in a window of its own."""
    _address, cookies = empty_form
    contexts = []

    def opened():
        context = browser.new_context(base_url=editors_portal, storage_state=cookies)
        contexts.append(context)
        page = context.new_page()
        page.goto("/admin/")
        found = page.request.get("/admin/api/main/pages/?slug=for-officials").json()["items"]
        [chinese] = [each["id"] for each in found if each["meta"]["locale"] == "zh-hans"]
        page.goto(f"/admin/pages/{chinese}/edit/")
        expect(page.get_by_role("button", name="Edit", exact=True).first).to_be_visible()
        return page

    yield opened
    for context in contexts:
        context.close()


def translate(page, words):
    """Type another translation of the first text of the page, and save it."""
    page.get_by_role("button", name="Edit", exact=True).first.click()
    page.locator(".js-translation-editor textarea").first.fill(words)
    page.get_by_role("button", name="Save", exact=True).first.click()


def test_who_saves_later_is_told_and_may_save_again(translator):
    first, second = translator(), translator()
    translate(first, "第一人的译文")
    expect(first.get_by_text("第一人的译文")).to_be_visible()

    translate(second, "第二人的译文")

    told = second.get_by_text("has translated this: “第一人的译文”")
    expect(told).to_be_visible()
    expect(second.get_by_text("第二人的译文", exact=True)).to_be_visible()
    translate(second, "第二人的译文")
    expect(told).to_have_count(0)
    first.reload()
    expect(first.get_by_text("第二人的译文", exact=True).first).to_be_visible()
