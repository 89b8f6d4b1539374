"""The promise: comparisons, what the admin finds, and its lists can be read by everybody, on a phone too."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.walk import SCREENS, VIOLATIONS
from tests.databases import run_manage

A_DRAFT = """
from phases.models import PhasePage
phase = PhasePage.objects.get(number=4)
phase.ends, phase.summary = "2026-04-XX", "Drafted"
phase.save_revision(clean=False)
print(phase.pk, phase.get_parent().pk)
"""
# In what is the portal's own; what stands around it is Wagtail's.
AXE = """async ([place, options]) => (await axe.run(place, options)).violations.map(
    found => `${found.id} (${found.impact}): ${found.nodes.map(node => node.html).join(" ")}`)"""


@pytest.fixture(scope="module")
def draft(editors_portal):
    """The keys of a phase that has a draft, and of the list of phases."""
    told = run_manage("shell", "--command", A_DRAFT, database=f"browser_{urlsplit(editors_portal).port}")
    return told.split()[-2:]


@pytest.fixture(scope="module")
def page(browser, editors_portal, empty_form):
    """A window of a Publisher."""
    context = browser.new_context(base_url=editors_portal, storage_state=empty_form[1])
    yield context.new_page()
    context.close()


def test_a_comparison_puts_no_barrier_before_anybody_and_one_click_leads_to_it(page, draft):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"/admin/pages/{draft[0]}/edit/")
    page.get_by_role("link", name="Compare with the live version").click()

    expect(page.locator("ins", has_text="April 2026 (day not recorded)")).to_be_visible()
    assert not barriers(page, "main")


def test_nor_does_what_the_search_finds(page, draft):
    page.goto("/admin/pages/search/?q=CEN")

    expect(page.get_by_role("heading", name="In the registers")).to_be_visible()
    assert not barriers(page, "#in-registers")


def barriers(page, place):
    """Return what axe finds in a place on each screen, and whether the page is wider than it."""
    page.evaluate(AXE_SCRIPT)
    found = {}
    for width, theme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        found[width, theme] = page.evaluate(AXE, [place, VIOLATIONS])
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found[width, theme].append("too wide")
    return {screen: barriers for screen, barriers in found.items() if barriers}
