"""The second factor, and links to new passwords, in the admin."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry

from .users import send_password_link


@hooks.register("register_account_menu_item")
def offer_second_factor(request: HttpRequest) -> dict[str, str]:
    """Lead from somebody's account to their second factor."""
    return {
        "label": _("Two-step sign-in"),
        "url": reverse("mfa_index"),
        "help_text": _("A code from your phone, beside the password."),
    }


@hooks.register("register_admin_urls")
def account_urls() -> list[URLPattern]:
    """Give links to new passwords their address."""
    return [path("users/<int:user_id>/password-link/", send_password_link, name="send_password_link")]


@hooks.register("register_user_listing_buttons")
def offer_password_link(user: User, request_user: User) -> Iterator[Button]:
    """Offer a link to a new password in the list of accounts."""
    if user.is_active and (request_user.is_superuser or not user.is_superuser):
        yield Button(
            _("Send a link to choose a password"),
            reverse("send_password_link", args=[user.pk]),
            icon_name="key",
            priority=30,
        )


@hooks.register("register_log_actions")
def password_log_actions(actions: LogActionRegistry) -> None:
    """Let the log say that a link was given."""
    actions.register_action(
        "accounts.password_link",
        gettext_lazy("Give a link to a new password"),
        gettext_lazy("Gave a link to a new password"),
    )
