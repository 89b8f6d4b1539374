"""Links by which somebody chooses a password: one-time, good for three days, mailed by the worker.

A link is Django's own for a new password. It ends with its use, with a change of the address that it was sent to, and
with PASSWORD_RESET_TIMEOUT.
"""

from collections.abc import Iterable
from enum import StrEnum

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django_tasks import task


class Occasion(StrEnum):
    """Why a link is sent; each has its mail in `templates/account/mails`, whose first line is the subject."""

    FORGOTTEN = "forgotten"
    INVITED = "invited"


def mail_is_set() -> bool:
    """Tell whether the portal can send mails (`EMAIL_URL`)."""
    return settings.EMAIL_BACKEND != "django.core.mail.backends.dummy.EmailBackend"


def link_for(user: User) -> str:
    """Return the address at which somebody chooses a password, for their eyes alone."""
    number = urlsafe_base64_encode(force_bytes(user.pk))
    path = reverse("password_reset_confirm", args=[number, default_token_generator.make_token(user)])
    return settings.WAGTAILADMIN_BASE_URL + path


def send_later(users: Iterable[User], occasion: Occasion) -> None:
    """Let the worker mail a link to each of some people, in the language that is spoken now.

    A task is queued for nobody too, so that how long it takes tells nobody whether there is an account.
    """
    send.enqueue([user.pk for user in users], str(occasion), translation.get_language())


@task
def send(numbers: list[int], occasion: str, language: str) -> None:
    """Mail a link to each of some people, by their primary keys."""
    for user in User.objects.filter(pk__in=numbers, is_active=True):
        with translation.override(language):
            mail = render_to_string(f"account/mails/{occasion}.txt", {"user": user, "link": link_for(user)})
        subject, _separator, body = mail.partition("\n")
        user.email_user(subject, body.lstrip())
