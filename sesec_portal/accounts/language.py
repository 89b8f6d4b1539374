"""The language of the login pages: the one asked for, else the account's, else the browser's."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account.signals import authentication_step_completed
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.utils import translation

P = ParamSpec("P")

_KEY = "language"


def in_their_language(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Decorate a view, so that its page is in the language of whoever logs in."""

    @wraps(view)
    def speaking(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        speak(request)
        return view(request, *args, **kwargs)

    return speaking


def speak(request: HttpRequest) -> None:
    """Use the language that somebody asked for (`?language=zh-hans`), or has chosen in the admin."""
    asked = request.GET.get("language")
    chosen = asked if asked in dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES) else _of_the_account(request)
    if chosen:
        translation.activate(chosen)
        request.LANGUAGE_CODE = chosen


def connect() -> None:
    """Remember, from the password on, which language somebody reads."""
    authentication_step_completed.connect(_remember)


def _of_the_account(request: HttpRequest) -> str | None:
    return (_preferred(request.user) if request.user.is_authenticated else "") or request.session.get(_KEY)


def _preferred(user: User) -> str:
    return getattr(getattr(user, "wagtail_userprofile", None), "preferred_language", "")


def _remember(sender: object, request: HttpRequest, user: User, **kwargs: object) -> None:
    request.session[_KEY] = _preferred(user) or translation.get_language()
