"""Asking for a link to a new password, and choosing one. How often is bounded, by network and by address.

Django's own views, in the portal's look. Wagtail's send as many mails as they are asked for, within the request, so
that the time of the answer tells whether there is an account.
"""

from allauth.mfa.models import Authenticator
from django.contrib.auth import forms, views
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from . import devices, rate_limit
from .client_address import client_address
from .password_links import Occasion, mail_is_set, send_later

# Within a quarter of an hour (`rate_limit.WINDOW`).
LINKS_FOR_A_NETWORK = 5
LINKS_TO_AN_ADDRESS = 3


class Ask(views.PasswordResetView):
    """Takes an e-mail address, and has a link mailed to whoever has an account under it."""

    template_name = "account/password_forgotten.html"
    extra_context = {"mail_is_set": mail_is_set}

    def form_valid(self, form: forms.PasswordResetForm) -> HttpResponse:
        """Answer alike whether there is such an account or not."""
        network, address = client_address(self.request) or "", form.cleaned_data["email"].lower()
        if not mail_is_set():
            return self.render_to_response(self.get_context_data(form=form))
        if not rate_limit.consume("links by network", network, LINKS_FOR_A_NETWORK):
            form.add_error("email", _("Too many links were asked for from here. Wait a quarter of an hour."))
            response = self.render_to_response(self.get_context_data(form=form), status=429)
            response["Retry-After"] = int(rate_limit.WINDOW.total_seconds())
            return response
        if rate_limit.consume("links by address", address, LINKS_TO_AN_ADDRESS):
            send_later(form.get_users(address), Occasion.FORGOTTEN)
        return HttpResponseRedirect(self.get_success_url())


class Choose(views.PasswordResetConfirmView):
    """Takes a new password from whoever opens a link, or says that the link is no longer valid."""

    template_name = "account/password_choose.html"

    def form_valid(self, form: forms.SetPasswordForm) -> HttpResponse:
        """Keep it, and let the browser be known, so that guesses from elsewhere do not keep it out of the login.

        Where there is a second step, whoever reads the mails has yet to show it.
        """
        response = super().form_valid(form)
        if self.user and not Authenticator.objects.filter(user=self.user).exists():
            devices.remember(self.request, response, self.user)
        return response


ask = Ask.as_view()
sent = views.PasswordResetDoneView.as_view(template_name="account/password_sent.html")
choose = Choose.as_view()
chosen = views.PasswordResetCompleteView.as_view(template_name="account/password_chosen.html")
