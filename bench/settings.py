"""Production, with addresses at which the portal fails."""

from sesec_portal.settings.production import *  # noqa: F403

# What is measured in the admin is asked for with a session that no login made.
SECOND_FACTOR_REQUIRED = False
ROOT_URLCONF = "tests.browser.urls"
# Those faults are meant; nothing need tell of them.
LOGGING["handlers"]["console"] = {"class": "logging.NullHandler"}  # noqa: F405
