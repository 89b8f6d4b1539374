"""Production, with addresses at which the portal fails."""

from sesec_portal.settings.production import *  # noqa: F403

ROOT_URLCONF = "tests.browser.urls"
