"""The promise: a keyboard is enough. Tab goes everywhere in order, its place can be seen, and nothing holds it."""

import csv
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.places import LANGUAGES, PRIVATE, TYPES, VIEWS
from tests.browser.walk import LOOKING

VISITED = [*TYPES.values(), VIEWS["open data"], VIEWS["search with results"], PRIVATE]
# Where a phone has other things to reach: the menu in the head of every page, and forms.
ON_A_PHONE = ["", "steering-committee/priorities/", VIEWS["search with results"]]
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
MOST_PRESSES = 200
# Month, year and calendar: what a date field holds beside its first stop, the day.
MORE_IN_A_DATE = 3


@pytest.fixture(scope="module")
def keyboard(browser, portal):
    """A browser's page without a mouse; what moves, moves at once."""
    context = browser.new_context(base_url=portal, reduced_motion="reduce", viewport=DESKTOP, locale="en-GB")
    yield context.new_page()
    context.close()


def walk_with(page, key, times):
    """Press a key so many times; return the stops where each press found the focus, and what was wrong with them."""
    page.evaluate("looking.follow()")
    for _ in range(times):
        page.keyboard.press(key)
    return page.evaluate("looking.followed()")


def tab_to(page, target):
    """Press Tab until the target has the focus; fails where Tab never comes there."""
    for _ in range(MOST_PRESSES):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")


@pytest.mark.parametrize(
    ("place", "size"), [(place, DESKTOP) for place in VISITED] + [(place, PHONE) for place in ON_A_PHONE]
)
def test_tab_goes_through_a_page_in_order_and_back_and_shows_where_it_is(keyboard, place, size):
    keyboard.set_viewport_size(size)
    keyboard.goto(f"/en/{place}")
    keyboard.evaluate(f"() => {{ {LOOKING} }}")
    names = keyboard.evaluate("looking.stops()")
    presses = len(names) + MORE_IN_A_DATE * keyboard.locator("input[type=date]").filter(visible=True).count()
    there, wrong = walk_with(keyboard, "Tab", presses)
    assert there == names
    assert not wrong
    back, _ = walk_with(keyboard, "Shift+Tab", presses - 1)
    assert back == names[::-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_key_press_offers_the_way_to_the_content(keyboard, language):
    keyboard.goto(f"/{language}/")
    keyboard.keyboard.press("Tab")
    skip = keyboard.locator("a[href='#content']")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    keyboard.keyboard.press("Enter")
    expect(keyboard.get_by_role("main")).to_be_focused()
    keyboard.keyboard.press("Tab")
    assert keyboard.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_menu_and_the_language_are_chosen_by_keyboard(keyboard, size):
    keyboard.set_viewport_size(size)
    keyboard.goto("/en/")
    phases = keyboard.locator("header nav a[href='/en/phases/']")
    fold = keyboard.locator("header details:not([open]) > summary").filter(visible=True)
    if fold.count():
        tab_to(keyboard, fold)
        keyboard.keyboard.press("Enter")
    tab_to(keyboard, phases)
    keyboard.keyboard.press("Enter")
    keyboard.wait_for_url("**/en/phases/")
    tab_to(keyboard, keyboard.locator("header a[hreflang='zh-hans']"))
    keyboard.keyboard.press("Enter")
    keyboard.wait_for_url("**/zh-hans/phases/")


def test_a_search_and_its_filters_are_typed(keyboard):
    keyboard.set_viewport_size(DESKTOP)
    keyboard.goto("/en/")
    tab_to(keyboard, keyboard.get_by_role("banner").get_by_role("searchbox"))
    keyboard.keyboard.type("CENELEC")
    keyboard.keyboard.press("Enter")
    keyboard.wait_for_url("**/search/?*q=CENELEC*")
    choices = keyboard.locator("main form fieldset input")
    if choices.count():
        tab_to(keyboard, choices.first)
        keyboard.keyboard.press("Space")
        expect(choices.first).to_be_checked()
        keyboard.keyboard.press("Enter")
        keyboard.wait_for_url(lambda address: len(urlsplit(address).query) > len("q=CENELEC"))
    result = keyboard.get_by_role("main").get_by_role("link", name="CENELEC", exact=True)
    tab_to(keyboard, result)
    keyboard.keyboard.press("Enter")
    keyboard.wait_for_url("**/partners/cenelec/")


def test_a_day_in_the_past_is_typed(keyboard):
    keyboard.goto("/en/steering-committee/")
    tab_to(keyboard, keyboard.get_by_label("As of a day, month or year"))
    keyboard.keyboard.type("2022-07-07")
    keyboard.keyboard.press("Enter")
    keyboard.wait_for_url("**/as-of/2022-07-07/")
    expect(keyboard.get_by_role("main")).to_contain_text("as it stood on 7 July 2022")


def test_two_revisions_are_compared(keyboard):
    keyboard.goto("/en/steering-committee/priorities/")
    tab_to(keyboard, keyboard.get_by_label("From revision"))
    keyboard.keyboard.press("End")
    tab_to(keyboard, keyboard.get_by_label("To revision"))
    keyboard.keyboard.press("Home")
    tab_to(keyboard, keyboard.get_by_role("button", name="Compare"))
    keyboard.keyboard.press("Enter")
    keyboard.wait_for_url("**/compare/901/903/")


def test_a_register_is_downloaded(keyboard):
    keyboard.goto("/en/open-data/")
    tab_to(keyboard, keyboard.locator("main a[href$='.csv']").first)
    with keyboard.expect_download() as download:
        keyboard.keyboard.press("Enter")
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) > 1
