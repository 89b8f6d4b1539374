"""The forms that take a code: of an authenticator app, or for recovery."""

import re
import time

from allauth.core import context
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms
from allauth.mfa.models import Authenticator
from axes.handlers.proxy import AxesProxyHandler
from django.core.exceptions import ValidationError
from django.db import transaction

from . import lockout

# Seconds for which an app's code may be accepted: the step it is for, and those before and after.
_VALID = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)


class _CodeForm(forms.BaseAuthenticateForm):
    """Takes each code once, and none from somebody who is locked out.

    allauth remembers used codes and counts wrong ones in Django's cache, which each web process has for itself.
    """

    def clean_code(self) -> str:
        """Return the code; raises ValidationError for a wrong or used one, which counts as a failed login."""
        with transaction.atomic():
            # Tries for one user wait for one another, so that many at once are not more than one after the other.
            list(Authenticator.objects.select_for_update().filter(user=self.user).order_by("pk"))
            try:
                self._refuse_if_locked_out()
                code = super().clean_code()
                self._refuse_if_used(code)
                return code
            except ValidationError as error:
                refused = error
        raise refused

    def _refuse_if_locked_out(self) -> None:
        request = context.request
        if not AxesProxyHandler.is_allowed(request, lockout.second_step(self.user)):
            request.axes_locked_out = True
            raise get_adapter().validation_error("incorrect_code")

    def _refuse_if_used(self, code: str) -> None:
        app = self.authenticator
        if app.type != Authenticator.Type.TOTP:
            return
        now, code = time.time(), re.sub(r"\D", "", code)
        used = {former: at for former, at in app.data.get("used", {}).items() if now - at < _VALID}
        if code in used:
            self._emit_authentication_failed(app)
            raise get_adapter().validation_error("incorrect_code")
        app.data["used"] = {**used, code: now}
        app.save(update_fields=["data"])


class AuthenticateForm(_CodeForm, forms.AuthenticateForm):
    """The second step of logging in."""


class ReauthenticateForm(_CodeForm, forms.ReauthenticateForm):
    """A code once more, before the second factor is changed."""
