"""A copy for the sender, for whom the page carries the message and nobody keeps it.

The message travels in the page, signed and good for an hour. Its code follows from it, and goes by mail to the address
in it.
"""

from typing import cast

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from .mails import Message

_SALT = "sesec_portal.home.contact_form.copies"
_HOUR = 60 * 60
_DIGITS = 8


def seal(message: Message) -> str:
    """Return a message as the page carries it."""
    return signing.dumps(message, salt=_SALT, compress=True)


def unseal(sealed: str) -> Message | None:
    """Return the message that a page carried, or None where it is older than an hour or not the portal's."""
    try:
        return cast("Message", signing.loads(sealed, salt=_SALT, max_age=_HOUR))
    except signing.BadSignature:
        return None


def code_for(sealed: str) -> str:
    """Return the digits that are mailed for a sealed message."""
    number = int(salted_hmac(_SALT, sealed, algorithm="sha256").hexdigest(), 16)
    return f"{number % 10**_DIGITS:0{_DIGITS}}"


def is_code(typed: str, sealed: str) -> bool:
    """Tell whether somebody has typed the code, with spaces or without."""
    return constant_time_compare("".join(typed.split()), code_for(sealed))


def name_of(sealed: str) -> str:
    """Return what tells a sealed message from every other, and nothing of it."""
    return salted_hmac(f"{_SALT}.name", sealed, algorithm="sha256").hexdigest()[:32]
