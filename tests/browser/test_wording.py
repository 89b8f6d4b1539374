"""The promise: an editor sees beside the form what will not stay true, and nothing of it puts up a barrier."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

# In the admin: of the frame, which is that of Wagtail, nothing is asked, nor of its messages, which fade in.
AXE = """async place => {
    const asked = {include: [place], exclude: [[".messages"]]};
    const {violations} = await axe.run(asked, {resultTypes: ["violations"]});
    return violations.map(found => `${found.id}: ${found.nodes.map(node => node.html).join(" ")}`);
}"""


@pytest.fixture
def form(browser, editors_portal, empty_form):
    """The form of a new page, open before a Publisher."""
    address, cookies = empty_form
    context = browser.new_context(base_url=editors_portal, storage_state=cookies)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("[data-edit-form]")).to_have_attribute("data-w-unsaved-has-edits-value", "false")
    yield page
    context.close()


def barriers(page, place):
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(AXE, place)


def test_phrases_are_listed_beside_the_form_and_asked_about(form):
    form.get_by_role("textbox", name="Title*", exact=True).fill("Kites")
    form.get_by_role("textbox", name="Summary").fill("Kites are currently red.")
    box = form.locator("[data-wording]")
    expect(box).to_contain_text("1 phrase in the saved draft will not stay true")
    box.locator("summary").press("Enter")
    expect(box.locator("mark")).to_have_text("currently")
    assert barriers(form, "[data-wording]") == []

    form.get_by_role("textbox", name="Summary").fill("Kites are currently red. Soon they fly.")
    expect(box.locator("mark")).to_have_count(2)

    form.get_by_role("button", name="More actions").click()
    form.locator("footer").get_by_role("button", name="Publish", exact=True).click()
    form.wait_for_url("**/before-publishing/**")
    assert barriers(form, "main") == []
    for field in form.get_by_label("Why it stays").all():
        field.fill("A name.")
    form.get_by_role("button", name="Let them stand, and publish").press("Enter")
    expect(form.get_by_role("status").first).to_contain_text("“Kites” was published.")

    form.goto("/admin/wording/report/")
    expect(form.locator("main mark").first).to_be_visible()
    assert barriers(form, "main table") == []
