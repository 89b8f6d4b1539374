"""The sessions of staff: each ends twelve hours after somebody last used it; an open window alone is no use."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

from . import second_factor

_BEGUN, _USED = "login_at", "used_at"
# Seconds between two notes of use, so that not every click writes.
_ROUNDED = 300
# What an open editor asks for by itself.
_BY_ITSELF = "/admin/editing-sessions/"


class StaffSessions:
    """Keeps a session alive while it is used, and out of everything without the second factor that it needs.

    Readers without an account pass untouched.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Answer in place of the view where the session may not have it."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return None
        if not request.path.startswith(_BY_ITSELF) and time.time() - request.session.get(_USED, 0) > _ROUNDED:
            request.session[_USED] = int(time.time())
        return second_factor.refusal(request)


def is_fresh(session: SessionBase) -> bool:
    """Tell whether somebody has logged in a moment ago, and need not confirm it."""
    return time.time() - session.get(_BEGUN, 0) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def connect() -> None:
    """Note in the session when it began."""
    user_logged_in.connect(_begin)


def _begin(sender: object, request: HttpRequest, user: User, **kwargs: object) -> None:
    request.session[_BEGUN] = int(time.time())
