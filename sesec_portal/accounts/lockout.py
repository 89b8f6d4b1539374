"""Who has guessed too often: five wrong passwords or codes, by one user or from one address, shut the door for an hour.

The counting is django-axes', in the database, so that all web processes count together.
"""

from collections.abc import Mapping

from allauth.mfa.signals import authentication_failed
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import language
from .client_address import client_address


def locked_out(
    request: HttpRequest, response: HttpResponse | None, credentials: Mapping[str, str] | None
) -> HttpResponse:
    """Answer 429 in place of what a login view answered."""
    language.speak(request)
    response = render(request, "account/locked_out.html", status=429)
    response["Retry-After"] = int(settings.AXES_COOLOFF_TIME.total_seconds())
    response["Cache-Control"] = "no-store"
    return response


def connect() -> None:
    """Count wrong codes like wrong passwords, and forget the slips of somebody who got in after all."""
    authentication_failed.connect(_count)
    user_logged_in.connect(_forget)


def _count(sender: object, request: HttpRequest, user: User, **kwargs: object) -> None:
    user_login_failed.send(sender=sender, credentials={"username": user.get_username()}, request=request)


def _forget(sender: object, request: HttpRequest, user: User, **kwargs: object) -> None:
    # Not by address alone, as django-axes would: who has an account could then go on guessing at others.
    AccessAttempt.objects.filter(username=user.get_username(), ip_address=client_address(request)).delete()
