"""The promise: a living fact is put into a text, replaced, copied and removed with the keyboard alone, and read."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def said():
    """What the browser has complained about in its console."""
    return []


@pytest.fixture
def form(browser, editors_portal, empty_form, said):
    """The form of a new page with a block of text in it, open before a Publisher."""
    address, cookies = empty_form
    context = browser.new_context(
        base_url=editors_portal, storage_state=cookies, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.get_by_role("textbox", name="Title*", exact=True).fill("Alive")
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name="Text", exact=True).click()
    yield page
    context.close()


def choose(page, name):
    """Ask for the chooser in the text, and take a fact from it, both by the keyboard."""
    page.keyboard.type("/living")
    expect(page.get_by_role("option", name="Living fact")).to_be_visible()
    page.keyboard.press("Enter")
    take(page, name)


def take(page, name):
    link = page.locator(".modal-dialog").get_by_role("link", name=name, exact=True)
    expect(link).to_be_visible()
    for _ in range(40):
        if link.evaluate("link => link === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".modal-dialog")).to_have_count(0)


def test_a_fact_is_put_into_a_text_copied_replaced_removed_and_read(form, said):
    text = form.locator("[data-contentpath=body] .public-DraftEditor-content")
    text.click()
    form.keyboard.type("SESEC has ")
    choose(form, "The number of partners")
    fact = text.locator(".living-fact")
    expect(fact).to_have_text("the number of partners")
    expect(fact).to_have_attribute("data-now", "5")
    form.keyboard.type(" partners. ")
    expect(text).to_have_text("SESEC has the number of partners partners. ")

    form.keyboard.press("Control+A")
    form.keyboard.press("Control+C")
    form.keyboard.press("ArrowRight")
    form.keyboard.press("Control+V")
    expect(fact).to_have_count(2)
    expect(fact.last).to_have_attribute("data-now", "5")

    fact.last.get_by_role("button").click()
    form.get_by_role("button", name="Edit", exact=True).click()
    take(form, "The present phase")
    expect(fact.last).to_have_text("the present phase")
    expect(fact.last).to_have_attribute("data-now", "no phase on record")
    form.keyboard.press("Backspace")
    expect(fact).to_have_count(1)
    expect(text).to_have_text("SESEC has the number of partners partners. SESEC has  partners. ")

    form.get_by_role("button", name="More actions").click()
    form.locator("footer").get_by_role("button", name="Publish", exact=True).click()
    expect(form.get_by_role("status").first).to_contain_text("published")
    form.goto("/en/alive/")
    expect(form.get_by_role("main")).to_contain_text("SESEC has 5 partners.")
    assert not [text for text in said if "Content Security Policy" in text]
