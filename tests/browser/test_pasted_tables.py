"""The promise: a table copied in Word, in Excel or on a web page is pasted, published, and read on a phone."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.databases import ROOT

COPIED = ROOT / "tests" / "data" / "tables"
PASTE = """(box, [html, text]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", text);
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
STATE = "box => [...box.closest('.typed-table-block').querySelectorAll('input[name*=-cell-]')].map(cell => cell.value)"


@pytest.fixture
def form(browser, editors_portal, empty_form):
    """The form of a new page with a table block in it, open before a Publisher."""
    address, cookies = empty_form
    context = browser.new_context(
        base_url=editors_portal, storage_state=cookies, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name="Table", exact=True).click()
    yield page
    context.close()


def box_of(page):
    return page.get_by_role("textbox", name="Paste a table here")


def paste(page, html="", text=""):
    box_of(page).evaluate(PASTE, [html, text])


def copied(name):
    return (COPIED / f"{name}.html").read_text()


def texts(page):
    """Return the texts of the grid's cells, as they will be sent."""
    return [json.loads(cell)["blocks"][0]["text"] for cell in cells(page)]


def cells(page):
    return box_of(page).evaluate(STATE)


def headings(page):
    return [box.input_value() for box in page.locator("input.column-heading").all()]


def test_a_table_with_links_is_pasted_published_and_read_on_a_phone(form, browser, editors_portal):
    form.get_by_role("textbox", name="Title*", exact=True).fill("Standards of the year")
    form.get_by_role("textbox", name="What the table shows*").fill("Standards in force")
    paste(form, copied("excel"))
    expect(form.get_by_text("Pasted. Look at the headings and cells below.")).to_be_visible()
    assert headings(form) == ["Number", "Title", "Edition", "Status", "Link"]
    form.get_by_role("button", name="More actions").click()
    form.locator("footer").get_by_role("button", name="Publish", exact=True).click()
    expect(form.get_by_role("status").first).not_to_be_empty()
    assert not form.locator(".error-message").all_inner_texts()
    expect(form.get_by_role("status").first).to_contain_text("published")

    phone = browser.new_context(base_url=editors_portal, viewport={"width": 360, "height": 740}).new_page()
    assert phone.goto("/en/standards-of-the-year/").status == 200
    table = phone.get_by_role("table", name="Standards in force")
    assert table.locator("tbody tr").count() == 12
    assert table.locator("tbody tr").first.locator("th, td").all_inner_texts() == [
        "GB/T 1001-2024", "Made-up standard 1", "1.10", "in force", "gbt-1001",
    ]  # fmt: skip
    assert table.locator("tbody tr").nth(1).locator("td").nth(1).inner_text() == "0012"
    link = table.get_by_role("link", name="gbt-1012")
    expect(link).to_have_attribute("href", "https://example.org/gbt-1012")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.context.close()


def test_bold_words_addresses_and_line_breaks_of_word_stay_and_nothing_else_does(form):
    paste(form, copied("word"))
    assert headings(form) == ["Meeting", "What was said"]
    assert texts(form) == ["Made-up meeting", "First bold words,\nthen a line\nand an address or none"]
    assert '"style":"BOLD"' in cells(form)[1]
    assert '"url":"mailto:nobody@example.org"' in cells(form)[1]
    assert "javascript" not in cells(form)[1]


def test_a_cell_that_is_entered_can_be_edited_and_keeps_its_words(form):
    paste(form, text='Number\tTitle\n0012\t"GB/T 1234-2024\nsecond line"\n')
    assert texts(form) == ["0012", "GB/T 1234-2024\nsecond line"]
    form.get_by_role("textbox", name="Cell").first.focus()
    editor = form.locator(".public-DraftEditor-content")
    expect(editor).to_have_text("0012")
    editor.press("End")
    form.keyboard.type("-A")
    expect(editor).to_have_text("0012-A")
    expect(form.locator("input[name*=-cell-]").first).to_have_value(re.compile('"text":"0012-A"'))


def test_what_is_typed_is_replaced_only_by_who_says_so(form):
    paste(form, text="Number\tTitle\n1\tTyped first\n")
    paste(form, copied("merged"))
    expect(form.get_by_text("This table has merged cells.")).to_be_visible()
    form.once("dialog", lambda dialog: dialog.dismiss())
    paste(form, copied("word"))
    assert texts(form) == ["1", "Typed first"]
    expect(form.get_by_text("This table has merged cells.")).to_have_count(0)
    form.once("dialog", lambda dialog: dialog.accept())
    paste(form, copied("word"))
    assert texts(form)[0] == "Made-up meeting"


@pytest.mark.parametrize(
    ("html", "text", "sentence"),
    [
        (copied("merged"), "", "This table has merged cells."),
        ("", "a\tb\n" * 202, "A table has at most 200 rows and 10 columns."),
        ("", "\t".join("abcdefghijk") + "\n", "A table has at most 200 rows and 10 columns."),
        ("<p>Only words</p>", "Only words", "There is no table in what you pasted."),
    ],
    ids=["merged cells", "201 rows", "11 columns", "no table"],
)
def test_what_does_not_fit_is_refused_with_a_sentence_beside_the_box(form, html, text, sentence):
    paste(form, html, text)
    expect(box_of(form)).to_have_accessible_description(re.compile(re.escape(sentence)))
    expect(box_of(form)).to_have_attribute("aria-invalid", "true")
    assert cells(form) == []


def test_the_largest_table_is_pasted_whole(form):
    paste(form, text="\n".join("\t".join(f"{row}.{column}" for column in range(10)) for row in range(201)))
    assert len(cells(form)) == 2000
