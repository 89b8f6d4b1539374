"""One address of each kind of page, the fullest there is, on a portal with the made-up entries."""

from tests.databases import ROOT

LANGUAGES = ["en", "zh-hans"]

TYPES = {
    "HomePage": "",
    "PhaseIndexPage": "phases/",
    "PhasePage": "phases/sesec-iii/",
    "TermsOfReferencePage": "phases/sesec-iv/terms-of-reference/",
    "PartnerIndexPage": "partners/",
    "PartnerPage": "partners/cenelec/",
    "SteeringCommitteePage": "steering-committee/",
    "MeetingPage": "steering-committee/sample-meeting-2/",
    "PriorityIndexPage": "steering-committee/priorities/",
    "PriorityRevisionPage": "steering-committee/priorities/sample-revision-2/",
    "StandardPage": "background/",
}

# What is no page of the tree.
VIEWS = {
    "comparison": "steering-committee/priorities/compare/901/903/",
    "open data": "open-data/",
    "sitemap": "sitemap/",
    "search with results": "search/?q=SESEC",
    "no such day": "steering-committee/as-of/tomorrow/",
    "missing page": "no-such-page/",
}

# One of the above in another state.
STATES = {
    "committee as of a day": "steering-committee/as-of/2022-07-01/",
    "committee with empty registers": "steering-committee/as-of/2001-01-01/",
    "priorities as of a day": "steering-committee/priorities/as-of/2024-06-01/",
    "no priorities yet": "steering-committee/priorities/as-of/2016-05-01/",
    "search": "search/",
    "search without results": "search/?q=nowhere",
}

# Pages in the way of the one that was asked for; `open_place` reaches them.
PRIVATE, REFUSED, BROKEN = "for-members/", "refused/", "broken/"
OBSTACLES = {"password": PRIVATE, "form without its token": REFUSED, "server fault": BROKEN}

PLACES = {**TYPES, **VIEWS, **STATES, **OBSTACLES}


def addresses(language, places=PLACES):
    """Return the addresses of these places in one language."""
    return [f"/{language}/{place}" for place in places.values()]


def open_place(page, address):
    """Open an address of PLACES in a browser's page; the obstacles are met as a reader meets them."""
    if address.endswith(BROKEN):
        # The portal's own answer to a fault in it, which no address provokes.
        fault = (ROOT / "templates" / "500.html").read_text(encoding="utf-8")
        page.route(f"**{address}", lambda route: route.fulfill(status=500, content_type="text/html", body=fault))
    if address.endswith(REFUSED):
        page.goto(address.replace(REFUSED, PRIVATE))
        page.context.clear_cookies()
        page.locator("main [type=password]").fill("guessed")
        page.locator("main [type=password]").press("Enter")
        page.wait_for_load_state()
        return
    page.goto(address)
