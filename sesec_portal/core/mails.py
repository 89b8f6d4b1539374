"""Mails that tell of what was done in the admin: they leave with the worker, and only if it was really done."""

from collections.abc import Sequence

from django_tasks import task
from wagtail.admin.mail import send_mail as _send_mail


def send_mail(subject: str, message: str, recipient_list: Sequence[str], **kwargs: object) -> int:
    """Have a mail sent once the transaction is committed; return how many there are, which is one.

    Arguments: those of Wagtail's function, in the place of which this stands, as far as its notifications give them.
    """
    send.enqueue(subject, message, list(recipient_list))
    return 1


@task()
def send(subject: str, message: str, recipients: Sequence[str]) -> None:
    """Send a mail."""
    _send_mail(subject, message, recipients)
