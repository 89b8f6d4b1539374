"""A public installation: behind TLS, on its own host names."""

from urllib.parse import urlsplit

from . import env
from .base import *  # noqa: F403

ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", "sesec.example.org")
WAGTAILADMIN_BASE_URL = env.origin("SITE_URL", "https://sesec.example.org")
ONE_HOST = urlsplit(WAGTAILADMIN_BASE_URL).hostname
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

vars().update(env.email("EMAIL_URL"))

CHECK_EXTERNAL_LINKS = env.flag("CHECK_EXTERNAL_LINKS", True)

SECURE_SSL_REDIRECT = env.flag("HTTPS", not WAGTAILADMIN_BASE_URL.startswith("http://"))
BEHIND_PROXY = env.flag("BEHIND_PROXY", False)
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES", "10.0.0.0/8,2400:cb00::/32")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REDIRECT_EXEMPT = [r"^(livez|readyz(/staff)?|healthz|metrics)$"]
WAGTAILFRONTENDCACHE = env.cdn("CDN_URL")
# For how long browsers insist on TLS once they have been here. What a browser has heard it keeps until then, so this
# goes up by steps; the last two speak for every host below this one.
_STEPS = {"hour": 3600, "week": 604_800, "year": 31_536_000, "subdomains": 31_536_000, "preload": 63_072_000}
_step = env.choice("HSTS", "hour", _STEPS)
SECURE_HSTS_SECONDS = _STEPS[_step] if SECURE_SSL_REDIRECT else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _step in ("subdomains", "preload")
SECURE_HSTS_PRELOAD = _step == "preload"
# Django's checks ask for the last step of everybody (W005: subdomains, W021: preload); here it is a decision.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT
CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
# Browsers take a cookie of such a name from this very host alone, and over TLS alone.
if SECURE_SSL_REDIRECT:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    DEVICE_COOKIE_NAME = "__Host-device"

LOGGING["handlers"]["console"]["formatter"] = "json"  # noqa: F405
LOGGING["handlers"]["requests"] = {  # noqa: F405
    "class": "logging.StreamHandler",
    "stream": "ext://sys.stdout",
    "formatter": "json",
}
LOGGING["loggers"] |= {  # noqa: F405
    "sesec.requests": {"handlers": ["requests"], "propagate": False},
    # That an address was not found, or a host is not ours, stands in the request's own line.
    "django.request": {"level": "ERROR"},
    "django.security.DisallowedHost": {"level": "CRITICAL"},
}

if dsn := env.reports("SENTRY_DSN"):
    from sesec_portal.operations.error_reports import report_to

    report_to(dsn)
