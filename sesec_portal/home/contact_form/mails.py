"""The mails of the contact form. They leave within the request; the portal keeps none of them."""

import logging
from smtplib import SMTPException
from typing import TypedDict

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from sesec_portal.accounts.password_links import mail_is_set
from sesec_portal.core.absolute_urls import absolute
from sesec_portal.home.models.reached import contact

logger = logging.getLogger(__name__)

# Seconds for which a reader waits for the mail server.
_PATIENCE = 10


class Message(TypedDict):
    """What somebody has typed."""

    subject: str
    message: str
    sender: str


class NotSent(Exception):
    """The mail server did not take a mail."""


def is_open() -> bool:
    """Tell whether readers can write: mails can be sent (`EMAIL_URL`), and a mailbox is recorded."""
    return mail_is_set() and bool(contact().settings.email)


def send_message(message: Message) -> None:
    """Send a message to the project's mailbox, to be answered to its sender. Raises NotSent."""
    with translation.override(settings.LANGUAGE_CODE):
        _send("message", contact().settings.email, message, [message["sender"]])


def send_code(address: str, code: str) -> None:
    """Send the code for a copy to whoever reads the mails of an address; nothing that was typed. Raises NotSent."""
    _send("code", address, {"code": code})


def send_copy(message: Message) -> None:
    """Send the copy to the address of the sender, who has shown that it is theirs. Raises NotSent."""
    _send("copy", message["sender"], message)


def _send(kind: str, to: str, words: object, reply_to: list[str] | None = None) -> None:
    context = {"words": words, "form": absolute(reverse("contact-write"))}
    subject, _separator, body = render_to_string(f"home/mails/{kind}.txt", context).partition("\n")
    mailbox = contact().settings.email
    try:
        mail = EmailMessage(subject, body.strip(), mailbox, [to], reply_to=reply_to)
        mail.connection = get_connection(timeout=_PATIENCE)
        mail.send()
    except (SMTPException, OSError) as fault:
        # Its text can name addresses.
        logger.warning("A mail of the contact form was not sent: %s", type(fault).__name__)
        raise NotSent from fault
