"""The promise: whoever has been away for seven months is told what became due meanwhile, and not of what is done."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.portals import free_port, serving
from tests.browser.serve import PASSWORD
from tests.databases import copy, run_manage

SEVEN_MONTHS = 214
ON_THAT_DAY = """
import os, time, time_machine
from datetime import timedelta
from pathlib import Path
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
with time_machine.travel(timezone.now() + timedelta(days={days})):
    {deed}
"""
# The system's clock, which stamps files, is not moved.
THE_WORKER = """call_command("worker", once=True)
    os.utime(Path(settings.RUN_DIR, "worker"), (time.time(), time.time()))"""
THE_ENGLISH_CHANGES = "from tests.browser import in_order; in_order.change_what_is_translated()"


class Office:
    """A portal whose clock is moved by days, and who works in it: `office.on(days)`, `office.enter("publisher")`."""

    def __init__(self, browser, database):
        self.browser, self.database, self.port = browser, database, free_port()
        self.days = 0

    def do(self, deed, days):
        """Let something be done on a day, by a process of its own."""
        run_manage("shell", "-v", "0", "-c", ON_THAT_DAY.format(deed=deed, days=days), database=self.database)

    def open(self, company, days):
        """Serve the portal on a day."""
        return serving(self.database, self.port, company, days)

    def enter(self, account=None):
        """Return a window of a visitor, or of somebody who has logged in."""
        page = self.browser.new_context(base_url=f"http://127.0.0.1:{self.port}").new_page()
        if account:
            page.goto("/admin/")
            page.get_by_label("Username").fill(account)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/admin/")
        return page


@pytest.fixture
def office(browser):
    """The office."""
    with copy("browser_week") as database:
        yield Office(browser, database)
    for context in browser.contexts:
        context.close()


def rows(page):
    """Return what the desk lists, as pairs of its heading and its title, after the page of it has been opened."""
    page.goto("/admin/desk/")
    expect(page.get_by_role("heading", name="What needs you", level=1)).to_be_visible()
    found = [row.get_by_role("cell").all_inner_texts() for row in page.locator("main .listing tbody tr").all()]
    titles = page.locator("main .listing tbody th").all_inner_texts()
    return {cells[1]: title for cells, title in zip(found, titles, strict=True)}


def open_row(page, kind):
    """Follow the link of the only row of a kind."""
    page.goto("/admin/desk/")
    page.get_by_role("row").filter(has_text=kind).get_by_role("link").click()


def take_action(page, name):
    """Take one of the actions that lie behind “Save draft”."""
    page.get_by_role("button", name="More actions").click()
    page.locator("footer").get_by_role("button", name=name, exact=True).click()


def expect_message(page, words):
    expect(page.get_by_role("status").first).to_contain_text(words)


def test_what_became_due_in_seven_months_is_listed_and_goes_away_when_it_is_done(office):
    with office.open("in order", 0):
        office.do(THE_WORKER, 0)
        publisher = office.enter("publisher")
        assert rows(publisher) == {}
        visitor = office.enter()
        visitor.goto("/en/kites/")
        expect(visitor.get_by_role("main")).to_contain_text("Now it is SESEC VI.")

    office.do(THE_ENGLISH_CHANGES, SEVEN_MONTHS - 10)
    with office.open("as it is", SEVEN_MONTHS):
        visitor.goto("/en/kites/")
        expect(visitor.get_by_role("main")).to_contain_text("Now it is SESEC VII.")
        publisher, admin = office.enter("publisher"), office.enter("admin")
        assert rows(publisher) == {
            "The worker is late": "The worker",
            "Reviews due": "Kites",
            "Measures past due": "corrective measure 7",
            "Closed calls without an outcome": "Safety of kites",
            "Translations behind their originals": "面向企业",
        }
        office.do(THE_WORKER, SEVEN_MONTHS)
        page = say_that_it_is_still_true(publisher)
        record_the_outcome(publisher)
        translate_what_changed(publisher)
        end_the_measure(publisher, admin)
        assert rows(publisher) == {}
        show_a_draft(publisher, visitor, page)


def say_that_it_is_still_true(publisher):
    """Do so; return the address of the form."""
    open_row(publisher, "Reviews due")
    address = urlsplit(publisher.url).path
    publisher.get_by_role("button", name="Toggle owner and review").click()
    publisher.get_by_role("button", name="Reviewed, still true").click()
    expect_message(publisher, "Kites")
    return address


def record_the_outcome(publisher):
    open_row(publisher, "Closed calls without an outcome")
    publisher.get_by_role("textbox", name="Outcome", exact=True).fill("Adopted without change.")
    take_action(publisher, "Publish")
    expect_message(publisher, "Safety of kites")


def translate_what_changed(publisher):
    open_row(publisher, "Translations behind")
    publisher.get_by_role("link", name="Translate all texts in one form").click()
    row = publisher.locator("[data-text]").filter(has_text="SESEC explains kites to companies.")
    row.get_by_role("textbox").fill("SESEC向企业介绍风筝。")
    publisher.get_by_role("button", name="Save", exact=True).click()
    publisher.get_by_role("link", name="Back to the editor").click()
    publisher.get_by_role("button", name="Publish in 中文").click()
    expect_message(publisher, "面向企业")


def end_the_measure(publisher, admin):
    open_row(publisher, "Measures past due")
    publisher.locator("[name=new_status]").select_option("done")
    take_action(publisher, "Submit to Approval by a second person")
    expect_message(publisher, "has been submitted for moderation")
    open_row(admin, "Measures past due")
    take_action(admin, "Approve")
    expect_message(admin, "was approved")


def show_a_draft(publisher, visitor, address):
    """A link to a draft works for who has no account, until it is revoked."""
    publisher.goto(address)
    publisher.get_by_role("textbox", name="Summary", exact=True).fill("To be said of kites.")
    publisher.get_by_role("button", name="Save draft").click()
    expect_message(publisher, "Kites")
    publisher.goto(address.replace("/pages/", "/draft-links/page/").removesuffix("edit/"))
    publisher.get_by_label("For whom").fill("CEN")
    publisher.get_by_role("button", name="Make a link").click()
    draft = re.search(r"/draft/.*", publisher.get_by_label("Address of the draft").input_value())[0]
    visitor.goto(draft)
    expect(visitor.get_by_role("main")).to_contain_text("To be said of kites.")
    publisher.get_by_role("button", name="Revoke").click()
    expect_message(publisher, "no longer works")
    assert visitor.goto(draft).status == 410
    expect(visitor.get_by_role("main")).not_to_contain_text("To be said of kites.")
