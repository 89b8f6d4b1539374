"""One address of each kind of page, the fullest there is, and the pages that stand in a reader's way."""

from tests.places import LANGUAGES as LANGUAGES
from tests.places import STATES as STATES
from tests.places import TYPES as TYPES
from tests.places import VIEWS as VIEWS

# Pages in the way of the one that was asked for; `open_place` reaches them.
PRIVATE, REFUSED, BROKEN, AWAY = "for-members/", "refused/", "broken/", "away/"
OBSTACLES = {
    "password": PRIVATE,
    "form without its token": REFUSED,
    "server fault": BROKEN,
    "database away": AWAY,
}

# What is there where mails can be sent and a mailbox is recorded.
FORMS = {"contact form": "contact/write/"}

PLACES = {**TYPES, **VIEWS, **STATES, **FORMS, **OBSTACLES}


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
