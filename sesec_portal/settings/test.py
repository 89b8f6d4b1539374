"""The test suite: PostgreSQL as in production, quick passwords, files in a folder of their own."""

from . import env
from .base import *  # noqa: F403

# The smallest app with a page type, to see that all that finds page types finds it.
INSTALLED_APPS = [*INSTALLED_APPS, "tests.smallest"]  # noqa: F405
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
WAGTAILADMIN_BASE_URL = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECOND_FACTOR_REQUIRED = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(ROOT / "var" / "test-media")))  # noqa: F405
TASKS = {"default": {**TASKS["default"], "BACKEND": "tests.tasks.Tasks"}}  # noqa: F405
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
# Files are looked for when they are asked for; else each test's client would begin with looking at all of them.
WHITENOISE_AUTOREFRESH = True
STATIC_ROOT = None
RUN_DIR = Path(env.text("RUN_DIR", str(ROOT / "var" / "test-run")))  # noqa: F405
VIEWS_DIR = Path(env.text("VIEWS_DIR", str(RUN_DIR / "views")))  # noqa: F405
CACHES["pages"]["LOCATION"] = RUN_DIR / "pages"  # noqa: F405
