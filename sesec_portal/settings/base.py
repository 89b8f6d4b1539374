"""What every installation shares: safe to expose as it stands. The other files of this folder hold it by subject."""

from pathlib import Path

from . import env
from .accounts import *  # noqa: F403
from .apps import *  # noqa: F403
from .caching import *  # noqa: F403
from .languages import *  # noqa: F403
from .logs import *  # noqa: F403
from .paths import ROOT
from .wagtail import *  # noqa: F403

SECRET_KEY = env.secret("SECRET_KEY", "$(python3 -c 'import secrets; print(secrets.token_urlsafe(64))')")
DEBUG = False
ALLOWED_HOSTS = []
# Where the project's site was before this portal: an address there is printed as a source, and never linked.
FORMER_HOSTS = env.former_hosts("FORMER_HOSTS", "sesec.eu,www.sesec.eu")

# The one name under which pages are given; under others of ALLOWED_HOSTS the portal leads there. Empty: under each.
ONE_HOST = ""

# Whether X-Forwarded-* are a proxy's own words; anybody can send them.
BEHIND_PROXY = False
# The proxies in front of that one, such as a load balancer and a CDN's edges: networks.
TRUSTED_PROXIES = []

ROOT_URLCONF = "sesec_portal.urls"
WSGI_APPLICATION = "sesec_portal.wsgi.application"

DATABASES = {
    "default": {
        **env.postgresql("DATABASE_URL", "postgresql://sesec:password@db:5432/sesec"),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "var" / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(ROOT / "var" / "media")))
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "sesec_portal.media.uploads.storage.UploadStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# Kept in the session, so that they need no cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "sesec_portal.web.views.csrf_failure"

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
SILENCED_SYSTEM_CHECKS = []

# Which release this is, for its backups.
REVISION = env.text("REVISION", "")

# Where somebody who found a weakness reports it; the page “Contact” where it is empty.
SECURITY_CONTACT = env.contact("SECURITY_CONTACT")

# How many messages the contact form sends on, whoever writes them.
CONTACT_MESSAGES_AN_HOUR = env.number("CONTACT_MESSAGES_AN_HOUR", 30)
CONTACT_MESSAGES_A_DAY = env.number("CONTACT_MESSAGES_A_DAY", 200)

# Whether addresses elsewhere that texts link to are asked each night.
CHECK_EXTERNAL_LINKS = False

DEMO_ACCOUNTS = False

# Figures for Prometheus under /metrics; the folder, each container's own, is where its processes add theirs up.
METRICS = env.flag("METRICS", False)
METRICS_DIR = env.text("PROMETHEUS_MULTIPROC_DIR", "")
