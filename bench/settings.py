"""Production, with addresses at which the portal fails."""

from sesec_portal.settings.production import *  # noqa: F403

ROOT_URLCONF = "tests.browser.urls"
# Those faults are meant; nothing need tell of them.
LOGGING["handlers"]["console"] = {"class": "logging.NullHandler"}  # noqa: F405
