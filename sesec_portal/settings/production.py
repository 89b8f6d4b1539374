"""A public installation: behind TLS, on its own host names."""

from . import env
from .base import *  # noqa: F403

ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", "sesec.example.org")
WAGTAILADMIN_BASE_URL = env.origin("SITE_URL", "https://sesec.example.org")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

vars().update(env.email("EMAIL_URL"))

CHECK_EXTERNAL_LINKS = env.flag("CHECK_EXTERNAL_LINKS", True)

SECURE_SSL_REDIRECT = env.flag("HTTPS", not WAGTAILADMIN_BASE_URL.startswith("http://"))
BEHIND_PROXY = env.flag("BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SECURE_HSTS_SECONDS = 63_072_000 if SECURE_SSL_REDIRECT else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_SSL_REDIRECT
SECURE_HSTS_PRELOAD = SECURE_SSL_REDIRECT
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
