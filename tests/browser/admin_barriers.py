"""What axe finds on a page of the admin, on every screen."""

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.walk import SCREENS, VIOLATIONS

# Inside the main part; its frame is Wagtail's, and so are the colours, which keep to WCAG's level AA.
AXE = """async options => (await axe.run("main", options)).violations.map(
    found => `${found.id} (${found.impact}): ${found.nodes.map(node => node.html).join(" ")}`)"""
RULES = {**VIOLATIONS, "rules": {"target-size": {"enabled": True}}}


def expect_no_barrier(page):
    """Expect axe to find nothing on the page that is open, and nothing to be wider than the window."""
    page.evaluate(AXE_SCRIPT)
    found = {}
    for width, theme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        found[width, theme] = page.evaluate(AXE, RULES)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    assert not {screen: barriers for screen, barriers in found.items() if barriers}
