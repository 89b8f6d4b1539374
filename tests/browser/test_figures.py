"""The promise: the report on a phase can be chosen and read by everybody, by the keyboard, on a phone and on paper."""

import io
import unicodedata
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.admin_barriers import expect_no_barrier
from tests.databases import run_manage

REPORT = "/admin/reports/phase/"
PERIOD = f"{REPORT}?phase=&first=2023-01-01&last=2026-12-31"
REFUSED = f"{REPORT}?phase=&first=2026-12-31&last=2023-01-01"
A_PAGE_WAS_OPENED = """
from sesec_portal.counting.models import DailySum
from sesec_portal.home.models import HomePage
for page in HomePage.objects.all():
    DailySum.objects.create(day="2026-11-30", page_key=page.pk, number=12)
"""
IN_LANGUAGE = """
from django.contrib.auth.models import User
from wagtail.users.models import UserProfile
profile = UserProfile.get_for_user(User.objects.get(username="publisher"))
profile.preferred_language = "{}"
profile.save()
"""
WHAT_ELSE_IS_SHOWN = """() => [...document.querySelectorAll("body *")].filter(element => element.checkVisibility()
    && element.innerText?.trim() && !element.closest(".figures-report") && !element.querySelector(".figures-report")
    ).map(element => element.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def speak(editors_portal):
    """Let the admin speak a language: `speak("zh-hans")`."""
    database = f"browser_{urlsplit(editors_portal).port}"
    run_manage("shell", "--command", A_PAGE_WAS_OPENED, database=database)
    yield lambda language: run_manage("shell", "--command", IN_LANGUAGE.format(language), database=database)
    run_manage("shell", "--command", IN_LANGUAGE.format(""), database=database)


@pytest.fixture(scope="module")
def page(browser, editors_portal, empty_form, speak):
    """A window of a Publisher."""
    context = browser.new_context(base_url=editors_portal, storage_state=empty_form[1])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("address", [PERIOD, REFUSED])
def test_it_puts_no_barrier_before_anybody(page, speak, language, address):
    speak(language)
    page.goto(address)
    expect_no_barrier(page)


def test_the_keyboard_alone_chooses_a_phase(page, speak):
    speak("en")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(REFUSED)
    expect(page.get_by_text("The last day lies before the first.")).to_be_visible()
    page.get_by_label("Phase", exact=True).focus()
    page.keyboard.press("ArrowDown")
    for field in ("From", "To"):
        page.keyboard.press("Tab")
        expect(page.get_by_label(field, exact=True)).to_be_focused()
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show the report")).to_be_focused()
    page.keyboard.press("Enter")

    page.wait_for_url("**phase=*&first=&last=")
    expect(page.get_by_role("heading", name="Report on")).to_be_visible()


@pytest.mark.parametrize(("language", "last"), [("en", "Downloadsofdocuments"), ("zh-hans", "文档下载量")])
def test_on_paper_there_is_the_report_and_nothing_else(page, speak, language, last):
    speak(language)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(PERIOD)
    page.emulate_media(color_scheme="light")
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    # Fonts give some characters back as radicals that look the same.
    text = unicodedata.normalize("NFKC", "".join(sheet.extract_text() for sheet in paper.pages))
    text = "".join(text.split())
    page.emulate_media(media="print")
    else_shown = page.evaluate(WHAT_ELSE_IS_SHOWN)
    page.emulate_media(media="null")

    assert [round(side) for side in paper.pages[0].mediabox[2:]] == [595, 842]
    assert last in text
    assert "XLSX" not in text
    assert not else_shown
