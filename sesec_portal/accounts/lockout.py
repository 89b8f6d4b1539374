"""Who has guessed too often waits, and nobody can lock out a colleague by guessing at their account.

The counting is django-axes', in the database, so that all web processes count together; the bounds are these:

* `AXES_FAILURE_LIMIT` wrong passwords for one account from one network lock that network out of that account.
* `NETWORK_LIMIT` wrong tries from one network, at whichever accounts, lock the network out.
* After `ACCOUNT_LIMIT` wrong passwords for one account, from wherever, one is looked at each `PAUSE`.
* `AXES_FAILURE_LIMIT` wrong codes for one account, from wherever, lock its second step: the password was right.
* A browser that has signed in to the account before (`devices`) is counted for itself, and none of these is its own.

Locks last `AXES_COOLOFF_TIME` from the last wrong try. What is typed while locked out is not looked at, nor counted.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

from allauth.mfa.signals import authentication_failed
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db import connection, transaction
from django.db.models import Max, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import language
from .client_address import client_address
from .devices import known_device

NETWORK_LIMIT = 20
ACCOUNT_LIMIT = 50
PAUSE = timedelta(seconds=10)

_PASSWORD, _CODE = "password", "code"
# Keys of PostgreSQL's advisory locks: tries from one network, and at one account.
_NETWORKS, _ACCOUNTS = 0x5E5EC001, 0x5E5EC002


class Attempt(HttpRequest):
    """A request with what django-axes, and this module, note on it."""

    axes_user_agent: str
    axes_ip_address: str | None
    axes_attempt_time: datetime
    locked_for: timedelta | None


class Handler(AxesDatabaseHandler):
    """Counts as the bounds say; what django-axes keeps as the browser's name is here what kind of try it was."""

    def user_login_failed(
        self, sender: object, credentials: Mapping[str, str], request: Attempt, **kwargs: object
    ) -> None:
        """Write a wrong try down."""
        request.axes_user_agent = _kind(request, credentials)
        super().user_login_failed(sender, credentials, request, **kwargs)

    def get_failures(self, request: Attempt, credentials: Mapping[str, str] | None = None) -> int:
        """Return AXES_FAILURE_LIMIT where somebody has to wait, and note how long (`request.locked_for`); else 0."""
        request.locked_for = _wait(request, credentials or {})
        return settings.AXES_FAILURE_LIMIT if request.locked_for else 0


@contextmanager
def one_at_a_time(request: HttpRequest, username: str) -> Iterator[None]:
    """Let tries from one network, and those at one account, wait for one another, so that all are counted."""
    with transaction.atomic(), connection.cursor() as cursor:
        for kind, name in ((_NETWORKS, client_address(request) or ""), (_ACCOUNTS, username)):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [kind, name])
        yield


def second_step(user: User) -> dict[str, str]:
    """Return what django-axes is told of a try at somebody's second step."""
    return {"username": user.get_username(), "step": _CODE}


def locked_out(request: Attempt, response: HttpResponse | None, credentials: Mapping[str, str] | None) -> HttpResponse:
    """Answer 429 in place of what a login view answered."""
    language.speak(request)
    wait = request.locked_for or settings.AXES_COOLOFF_TIME
    response = render(request, "account/locked_out.html", {"for_moments": wait == PAUSE}, status=429)
    response["Retry-After"] = int(wait.total_seconds())
    response["Cache-Control"] = "no-store"
    return response


def connect() -> None:
    """Count wrong codes like wrong passwords, and forget the slips of somebody who got in after all."""
    authentication_failed.connect(_count)
    user_logged_in.connect(_forget)


def _kind(request: HttpRequest, credentials: Mapping[str, str]) -> str:
    return known_device(request, credentials.get("username")) or credentials.get("step", _PASSWORD)


def _wait(request: Attempt, credentials: Mapping[str, str]) -> timedelta | None:
    kind, network = _kind(request, credentials), request.axes_ip_address
    recent = AccessAttempt.objects.filter(attempt_time__gt=request.axes_attempt_time - settings.AXES_COOLOFF_TIME)
    at_account = recent.filter(username=credentials.get("username"), user_agent=kind)
    counted = at_account.filter(ip_address=network) if kind == _PASSWORD else at_account
    if _number(counted) >= settings.AXES_FAILURE_LIMIT:
        return settings.AXES_COOLOFF_TIME
    if kind not in (_PASSWORD, _CODE):
        return None
    if _number(recent.filter(ip_address=network, user_agent__in=(_PASSWORD, _CODE))) >= NETWORK_LIMIT:
        return settings.AXES_COOLOFF_TIME
    if kind == _PASSWORD and _number(at_account) >= ACCOUNT_LIMIT:
        last = at_account.aggregate(last=Max("attempt_time"))["last"]
        return PAUSE if request.axes_attempt_time - last < PAUSE else None
    return None


def _number(attempts: QuerySet[AccessAttempt]) -> int:
    return attempts.aggregate(number=Sum("failures_since_start", default=0))["number"]


def _count(sender: object, request: HttpRequest, user: User, **kwargs: object) -> None:
    user_login_failed.send(sender=sender, credentials=second_step(user), request=request)


def _forget(sender: object, request: HttpRequest, user: User, **kwargs: object) -> None:
    # Not by address alone, as django-axes would: who has an account could then go on guessing at others.
    own = Q(ip_address=client_address(request)) | Q(user_agent=known_device(request, user.get_username()))
    AccessAttempt.objects.filter(own, username=user.get_username()).delete()
