"""The promise: the schedule can be read and used by everybody, by the keyboard and on a phone too."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.admin_barriers import expect_no_barrier
from tests.databases import run_manage

LIST, MONTH = "/admin/reports/scheduled/", "/admin/reports/scheduled/month/"
A_PAGE_IS_LATE = """
from datetime import timedelta
from django.utils import timezone
from sesec_portal.home.models import StandardPage
page = StandardPage.objects.originals().get(slug="privacy")
StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
"""


@pytest.fixture(scope="module")
def page(browser, editors_portal, empty_form):
    """A window of a Publisher, in a portal in which a page should have been taken down a minute ago."""
    run_manage("shell", "--command", A_PAGE_IS_LATE, database=f"browser_{urlsplit(editors_portal).port}")
    context = browser.new_context(base_url=editors_portal, storage_state=empty_form[1])
    yield context.new_page()
    context.close()


def tab_to(page, link):
    """Press Tab until a link has the focus."""
    for _ in range(80):
        if link.evaluate("link => link === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(link).to_be_focused()


@pytest.mark.parametrize("address", [LIST, MONTH])
def test_it_puts_no_barrier_before_anybody(page, address):
    page.goto(address)
    expect_no_barrier(page)


def test_the_keyboard_leads_through_the_months_and_to_a_form(page):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(MONTH)
    now = page.locator(".schedule-month caption").inner_text()
    for rel in ("next", "prev"):
        tab_to(page, page.locator(f"a[rel={rel}]"))
        page.keyboard.press("Enter")
        page.wait_for_url("**month=*")
        page.wait_for_load_state()
        assert (page.locator(".schedule-month caption").inner_text() == now) is (rel == "prev")
    page.goto(MONTH + f"?month={timezone.now() - timedelta(minutes=1):%Y-%m}")

    tab_to(page, page.locator(".schedule-month td a").first)
    page.keyboard.press("Enter")

    page.wait_for_url("**/admin/pages/*/edit/**")
    expect(page.get_by_role("textbox", name="Title*", exact=True)).to_be_visible()


def test_on_a_phone_it_is_a_list_by_day(page):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(MONTH)

    expect(page.get_by_role("table", name="The days are those of Brussels.")).to_have_count(0)
    expect(page.locator("main h3", has_text="today")).to_be_visible()
    expect(page.locator(".schedule-days").get_by_text("set, but not unpublished yet")).to_be_visible()
