"""One person's machine: the only settings under which DEBUG may be switched on."""

from . import env
from .base import *  # noqa: F403

# Off unless asked for, so that wrong addresses show the page that readers get.
DEBUG = env.flag("DEBUG", False)
DEMO_ACCOUNTS = True
SECOND_FACTOR_REQUIRED = False
# The server of Django makes a thread for each request, and each would keep its connection.
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{env.number('PORT', 8000)}"
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
