"""The promise: printed, a page is a clean document that says where and when it comes from."""

import io
import unicodedata
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from pypdf import PdfReader

from tests.browser.places import TYPES, VIEWS

TERMS = TYPES["TermsOfReferencePage"]
FULLEST = ["PhasePage", "TermsOfReferencePage", "StandardPage", "SteeringCommitteePage"]
PRINTED = [f"/en/{TYPES[name]}" for name in FULLEST] + [f"/en/{VIEWS['comparison']}", f"/zh-hans/{TYPES[FULLEST[0]]}"]
SCREEN_ONLY = "header nav, [role=search], form, .skip, footer, nav[aria-label='You are at'], .pagination"
PALE_OR_DARKENED = """() => {
    const grey = colour => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part) / 3, 0);
    const clear = colour => colour.endsWith(", 0)");
    return [...document.querySelectorAll("html, body, main, main *")].filter(element => {
        if (!element.checkVisibility()) return false;
        const style = getComputedStyle(element);
        const paper = style.backgroundColor;
        const words = element instanceof SVGElement ? "rgb(0, 0, 0)" : style.color;
        return (!clear(paper) && grey(paper) < 230) || grey(words) > 140;
    }).map(element => element.outerHTML.slice(0, 80));
}"""
# A paper cuts no row of two lines anyway, so they get more.
LONG_ROWS = """rows => rows.map(row => {
    if (row.parentElement.localName === "tbody") row.lastElementChild.textContent += " And so on and on.".repeat(12);
    return [...row.cells].map(cell => cell.textContent);
})"""
CLAUSES = """() => [...document.querySelectorAll(".clauses > li")].flatMap((clause, one) => [
    [`${one + 1}`, clause.querySelector("h2").textContent],
    ...[...clause.querySelectorAll(":scope > ol > li")].map(
        (part, two) => [`${one + 1}.${two + 1}`, part.textContent]),
])"""


@pytest.fixture(scope="module")
def paper(browser, portal):
    """Open an address in a browser's page that prints: `paper("/en/")`."""
    page = browser.new_page(base_url=portal)
    page.emulate_media(media="print")

    def opened(address, theme="light"):
        page.emulate_media(media="print", color_scheme=theme)
        page.goto(address)
        return page

    yield opened
    page.close()


def sheets(page, **size):
    """Print a page; return the text of each sheet, line by line as it stands there."""
    pdf = PdfReader(io.BytesIO(page.pdf(**(size or {"format": "A4"}))))
    return [run_together(sheet.extract_text(extraction_mode="layout")) for sheet in pdf.pages]


def run_together(text):
    """Return text without spaces, as a PDF breaks lines where it likes, and without ligatures and radicals."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("address", PRINTED)
def test_a_printed_page_tells_its_address_the_day_and_where_its_links_lead(paper, address, portal):
    page = paper(address)
    text = "".join(sheets(page))
    with override(address.split("/")[1]):
        today = timezone.localdate()
        days = [run_together(date_format(day, "DATE_FORMAT")) for day in (today - timedelta(1), today)]
    assert address in text
    assert any(day in text for day in days)
    assert not page.evaluate(f'[...document.querySelectorAll("{SCREEN_ONLY}")].filter(e => e.checkVisibility()).length')
    for link in page.locator("main a[href^=http]").evaluate_all("links => links.map(link => link.href)"):
        if not link.startswith(portal):
            assert run_together(link).rstrip("/") in text


def test_the_terms_of_reference_keep_the_numbers_of_their_clauses(paper):
    page = paper(f"/en/{TERMS}")
    text = "".join(sheets(page))
    clauses = page.evaluate(CLAUSES)
    assert len(clauses) > 5
    for number, words in clauses:
        assert number + run_together(words)[:40] in text


def test_no_row_of_a_table_is_cut(paper):
    page = paper(f"/en/{VIEWS['open data']}")
    rows = page.locator("main tr").evaluate_all(LONG_ROWS)
    assert len(rows) > 30
    texts = sheets(page, width="21cm", height="14cm")
    assert len(texts) > 10
    for row in rows:
        assert any(all(run_together(cell) in text for cell in row) for text in texts), row


@pytest.mark.parametrize("address", ["/en/", *PRINTED[-3:]])
def test_readers_in_the_dark_print_black_on_white(paper, address):
    assert not paper(address, theme="dark").evaluate(PALE_OR_DARKENED)
