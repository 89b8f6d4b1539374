"""Who must have a second factor, and sessions that have not shown it."""

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_used
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.permissions import page_permission_policy

_KEY = "second_factor"
_OPEN_WITHOUT = {"mfa_activate_totp", "account_reauthenticate", "account_logout"}


def is_required_of(user: User | AnonymousUser) -> bool:
    """Tell whether somebody must have a second factor: who publishes, or keeps accounts, where the settings say so."""
    return settings.SECOND_FACTOR_REQUIRED and (
        page_permission_policy.user_has_any_permission(user, ["publish"]) or user.has_perm("auth.change_user")
    )


def refusal(request: HttpRequest) -> HttpResponse | None:
    """Return where somebody logged in must go instead, or None.

    Out, if the session has not shown the second factor that the account has, by whichever way it came about; and to the
    page that sets one up, if one is required.
    """
    app = _app_of(request.user)
    if request.session.get(_KEY) != app:
        logout(request)
        return redirect_to_login(request.get_full_path())
    if app or getattr(request.resolver_match, "url_name", "") in _OPEN_WITHOUT or not is_required_of(request.user):
        return None
    return redirect("mfa_activate_totp")


def connect() -> None:
    """Note in the session by which app a second factor was shown; a recovery code stands for the app."""
    for signal in (authenticator_used, authenticator_added, authenticator_removed):
        signal.connect(_note)


def _app_of(user: User | AnonymousUser) -> int | None:
    apps = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP)
    return apps.values_list("pk", flat=True).first()


def _note(sender: object, request: HttpRequest, user: User, **kwargs: object) -> None:
    request.session[_KEY] = _app_of(user)
