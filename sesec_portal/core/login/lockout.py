"""Who has guessed too often: five wrong passwords or codes, by one user or from one address, shut the door for an hour.

The counting is django-axes', in the database, so that all web processes count together.
"""

from ipaddress import ip_address, ip_network

from allauth.mfa.signals import authentication_failed
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.shortcuts import render

from . import language


def client_address(request):
    """Return the address a request comes from, or None; of IPv6 the network (/64), which is all one client's.

    Behind a proxy that is the last entry of X-Forwarded-For, which the proxy wrote; those before it anybody can write.
    """
    told = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        told = request.META.get("HTTP_X_FORWARDED_FOR", told).rpartition(",")[2].strip()
    try:
        address = ip_address(told)
    except ValueError:
        return None
    return str(address if address.version == 4 else ip_network((int(address), 64), strict=False).network_address)


def locked_out(request, response, credentials):
    """Answer 429 in place of what a login view answered."""
    language.speak(request)
    response = render(request, "account/locked_out.html", status=429)
    response["Retry-After"] = int(settings.AXES_COOLOFF_TIME.total_seconds())
    response["Cache-Control"] = "no-store"
    return response


def connect():
    """Count wrong codes like wrong passwords, and forget the slips of somebody who got in after all."""
    authentication_failed.connect(_count)
    user_logged_in.connect(_forget)


def _count(sender, request, user, **kwargs):
    user_login_failed.send(sender=sender, credentials={"username": user.get_username()}, request=request)


def _forget(sender, request, user, **kwargs):
    # Not by address alone, as django-axes would: who has an account could then go on guessing at others.
    AccessAttempt.objects.filter(username=user.get_username(), ip_address=client_address(request)).delete()
