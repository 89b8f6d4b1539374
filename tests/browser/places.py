"""One address of each kind of page, the fullest there is, on a portal with the made-up entries."""

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
    "decisions of a year": "steering-committee/decisions/2024/",
    "meetings": "steering-committee/meetings/",
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
    "decisions as of a day": "steering-committee/as-of/2025-01-01/decisions/",
    "priorities as of a day": "steering-committee/priorities/as-of/2024-06-01/",
    "no priorities yet": "steering-committee/priorities/as-of/2016-05-01/",
    "search": "search/",
    "search without results": "search/?q=nowhere",
}

# Pages in the way of the one that was asked for; `open_place` reaches them.
PRIVATE, REFUSED, BROKEN, AWAY = "for-members/", "refused/", "broken/", "away/"
OBSTACLES = {
    "password": PRIVATE,
    "form without its token": REFUSED,
    "server fault": BROKEN,
    "database away": AWAY,
}

PLACES = {**TYPES, **VIEWS, **STATES, **OBSTACLES}


def addresses(language):
    """Return the addresses of all places in one language."""
    return [f"/{language}/{place}" for place in PLACES.values()]


def open_place(page, address):
    """Open an address of PLACES in a browser's page; the obstacles are met as a reader meets them."""
    if address.endswith(REFUSED):
        page.goto(address.replace(REFUSED, PRIVATE))
        page.context.clear_cookies()
        page.locator("main [type=password]").fill("guessed")
        page.locator("main [type=password]").press("Enter")
        page.wait_for_load_state()
        return
    page.goto(address)
