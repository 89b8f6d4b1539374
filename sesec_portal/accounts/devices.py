"""Browsers that have signed in before: a cookie that only the portal can write names the accounts that they know.

Guesses from elsewhere do not lock such a browser out; its own wrong tries are counted for itself. After OWASP's “Slow
Down Online Guessing Attacks with Device Cookies”.
"""

from django.conf import settings
from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

_SALT = __name__
_YEAR = 365 * 24 * 60 * 60
# Accounts that one browser knows at a time; the oldest go.
_ACCOUNTS = 5


def known_device(request: HttpRequest, username: str | None) -> str | None:
    """Return the name of the browser, if somebody has signed in to this account with it before."""
    device, accounts = _read(request)
    return device if accounts and User.objects.filter(pk__in=accounts, username=username).exists() else None


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let the response tell the browser that it knows an account."""
    device, accounts = _read(request)
    accounts = [*(account for account in accounts if account != user.pk), user.pk][-_ACCOUNTS:]
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps([device or get_random_string(22), *accounts], salt=_SALT),
        max_age=_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> tuple[str | None, list[int]]:
    try:
        device, *accounts = signing.loads(
            request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""), salt=_SALT, max_age=_YEAR
        )
    except signing.BadSignature:
        return None, []
    return device, accounts
