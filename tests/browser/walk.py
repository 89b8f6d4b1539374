"""One walk past every place: each is loaded once, and looked at in both themes and at every width.

EVERY_SCREEN lets axe look at everything on every screen: `make browser-walk`.
"""

import gzip
import os
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.places import PLACES, TYPES, VIEWS, addresses, open_place

THEMES = ["light", "dark"]
# 320 is a screen of 1280 pixels at 400 % (WCAG 2.2, 1.4.10).
WIDTHS = [320, 768, 1440]
MORE_WIDTHS = [360, 1920]
SCREENS = [(width, theme) for width in WIDTHS for theme in THEMES]
# WCAG 2.2, 1.4.6: more than the level AA asks.
ENOUGH = 7
LOOKING = "window.looking = " + Path(__file__).with_name("looking.js").read_text(encoding="utf-8")
VIOLATIONS = {"resultTypes": ["violations"], "preload": False}
# All rules, and the two of WCAG 2.2 that axe leaves out by itself.
LEFT_OUT = {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}}
EVERY_RULE = {**VIOLATIONS, "rules": LEFT_OUT}
# A theme changes colours alone, so the second one needs only the rules about colours.
RULES_OF_COLOUR = {**VIOLATIONS, "runOnly": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]}
SIZES_OF_TARGETS = {**VIOLATIONS, "runOnly": ["target-size"]}
# Which rules axe holds a place to, by width and theme. A page has the same parts on every screen; a narrow one makes
# what is pressed small, and folds the head.
EVERYTHING = {(width, theme): EVERY_RULE if theme == THEMES[0] else RULES_OF_COLOUR for width, theme in SCREENS}
ENDS = {view: EVERYTHING[view] for view in [(WIDTHS[0], THEMES[0]), (WIDTHS[-1], THEMES[-1])]}
ONCE = {
    (WIDTHS[-1], THEMES[0]): EVERY_RULE,
    (WIDTHS[-1], THEMES[-1]): RULES_OF_COLOUR,
    (WIDTHS[0], THEMES[0]): SIZES_OF_TARGETS,
}
AXE = """async options => (await axe.run(options)).violations.map(
    found => `${found.id} (${found.impact}): ${found.nodes.map(node => node.html).join(" ")}`)"""
FAINT = "least => [...looking.faintDrawnText(least), ...looking.faintExamples(least)]"


@dataclass
class Answer:
    """What the network brought for one address: its kind as Chromium names it, and the bytes over the wire."""

    address: str
    kind: str
    size: int


@dataclass
class Seen:
    """What was seen of one place."""

    address: str
    status: int = 0
    html: str = ""
    answers: list = field(default_factory=list)
    said: list = field(default_factory=list)
    cookies: list = field(default_factory=list)
    kept: int = 0
    barriers: list = field(default_factory=list)
    faint: list = field(default_factory=list)
    too_wide: list = field(default_factory=list)
    moving: list = field(default_factory=list)


def walk(context, language):
    """Yield a Seen for every place in one language, opened in one window of this browser context.

    The words in drawings and empty fields, and what is too wide, are looked at on every screen. Axe takes far longer:
    it looks at the front page, whose head and foot every page has, on every screen in both themes; at the other kinds
    of pages ONCE; and at those in STATES and OBSTACLES, which share their templates, at both ENDS.
    """
    page = context.new_page()
    log = NetworkLog(context, page)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in addresses(language):
        said.clear()
        context.clear_cookies()
        page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
        open_place(page, address)
        seen = Seen(address)
        look(page, seen, rules_for(address.removeprefix(f"/{language}/")))
        # Read last, so that the icon, which a browser asks for when it likes, has come.
        seen.status, seen.html, seen.answers = log.status, log.html(), log.answers()
        seen.said, seen.cookies = list(said), context.cookies()
        seen.kept = page.evaluate("localStorage.length + sessionStorage.length")
        yield seen
    page.close()


def rules_for(place):
    """Return which rules axe holds a place to, by width and theme."""
    if place == PLACES["HomePage"] or os.environ.get("EVERY_SCREEN"):
        return EVERYTHING
    return ONCE if place in {**TYPES, **VIEWS}.values() else ENDS


def look(page, seen, rules=ENDS):
    """Look at the page that is open, and note in a Seen what bars the way; axe looks by these rules."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(f"() => {{ {LOOKING} }}")
    for width in sorted([*WIDTHS, *MORE_WIDTHS], reverse=True):
        page.set_viewport_size({"width": width, "height": 900})
        wanted, given = page.evaluate("looking.sizes()")
        if wanted > given:
            seen.too_wide.append(f"{wanted} pixels at {width}")
        for theme in THEMES:
            if (width, theme) in SCREENS:
                page.emulate_media(color_scheme=theme)
                seen.faint += [f"{width}px, {theme}: {text}" for text in page.evaluate(FAINT, ENOUGH)]
            if (width, theme) in rules:
                found = page.evaluate(AXE, rules[width, theme])
                seen.barriers += [f"{width}px, {theme}: {barrier}" for barrier in found]
    page.emulate_media(color_scheme=THEMES[0], reduced_motion="reduce")
    seen.moving = page.evaluate("looking.moving()")
    page.emulate_media(reduced_motion="no-preference")


class NetworkLog:
    """What Chromium's own log of the network says about the document that is open, with an empty cache."""

    def __init__(self, context, page):
        self._chromium = context.new_cdp_session(page)
        self._chromium.send("Network.enable")
        self._chromium.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self._chromium.on("Network.requestWillBeSent", self._asked)
        self._chromium.on("Network.responseReceived", self._received)
        self._chromium.on("Network.loadingFinished", self._finished)
        self._requests, self._responses, self._sizes = {}, {}, {}

    def _asked(self, event):
        if event["type"] == "Document":
            self._requests = {}
        self._requests[event["requestId"]] = event

    def _received(self, event):
        self._responses[event["requestId"]] = event["response"]

    def _finished(self, event):
        self._sizes[event["requestId"]] = event["encodedDataLength"]

    @property
    def status(self):
        """The status of the document."""
        return self._responses[next(iter(self._requests))]["status"]

    def html(self):
        """Return the document as it came."""
        return self._body(next(iter(self._requests)))

    def answers(self):
        """Return an Answer for the document and for all that it asked for, in vain too."""
        return [
            Answer(event["request"]["url"], event["type"], self._size(request))
            for request, event in list(self._requests.items())
        ]

    def _size(self, request):
        """Return the bytes over the wire.

        The server of the tests compresses nothing, a production server everything that is text: for such an answer
        what gzip makes of it counts, which is more than brotli, beside the headers as they came.
        """
        if request not in self._sizes:
            return 0
        response, size = self._responses[request], self._sizes[request]
        if "content-encoding" in {name.lower() for name in response["headers"]} or not _is_text(response["mimeType"]):
            return size
        body = self._body(request).encode()
        return size - len(body) + len(gzip.compress(body))

    def _body(self, request):
        return self._chromium.send("Network.getResponseBody", {"requestId": request})["body"]


def _is_text(kind):
    return kind.startswith("text/") or kind in {"image/svg+xml", "application/json"}
