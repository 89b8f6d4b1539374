"""The second factor in the admin."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks


@hooks.register("register_account_menu_item")
def offer_second_factor(request: HttpRequest) -> dict[str, str]:
    """Lead from somebody's account to their second factor."""
    return {
        "label": _("Two-step sign-in"),
        "url": reverse("mfa_index"),
        "help_text": _("A code from your phone, beside the password."),
    }
