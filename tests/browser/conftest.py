"""Whole portals, served on copies of the loaded database, and a real browser to use them with."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import CHROMIUM, FLAGS, PATIENCE
from tests.browser.portals import served
from tests.browser.serve import PASSWORD
from tests.browser.walk import walk

# What is expected of a page may take as long as a step of the browser.
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(config, items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="module")
def editors_portal():
    """The address of a portal with the accounts editor, publisher and admin."""
    with served("editors") as address:
        yield address


@pytest.fixture(scope="module")
def empty_form(browser, editors_portal):
    """The address of the form of a new page, and the cookies of a Publisher."""
    page = browser.new_page(base_url=editors_portal)
    page.goto("/admin/")
    page.get_by_label("Username").fill("publisher")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    page.goto("/admin/pages/")
    page.get_by_role("row").filter(has=page.locator("a[href='/en/']")).get_by_role("link").last.click()
    home = re.search(r"/pages/(\d+)/", page.url)[1]
    cookies = page.context.storage_state()
    page.close()
    return f"/admin/pages/add/home/standardpage/{home}/", cookies


@pytest.fixture(scope="session")
def portal():
    """The address of a portal with the made-up entries; tests only read in it."""
    with served("readers") as address:
        yield address


@pytest.fixture(scope="session")
def look_around(browser, portal):
    """What a reader sees at every place, looked at once however many tests ask: `look_around("en")`."""
    looked = {}

    def seen(language):
        if language not in looked:
            context = browser.new_context(base_url=portal)
            looked[language] = list(walk(context, language))
            context.close()
        return looked[language]

    return seen


@pytest.fixture(scope="module")
def visit(browser, portal):
    """Open an address in a browser of one's own: `visit("/en/")`, or `visit("/", locale="zh-CN")` for Chinese."""
    contexts = []

    def reader(address, **wishes):
        contexts.append(browser.new_context(base_url=portal, **wishes))
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield reader
    for context in contexts:
        context.close()
