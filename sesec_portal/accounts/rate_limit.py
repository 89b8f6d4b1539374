"""How often a network may guess a private page's password, or have links mailed; counted for all processes alike."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import PasswordAttempts

# Guesses at the password of a private page.
LIMIT = 10
WINDOW = timedelta(minutes=15)


def consume(password_of: str, network: str, limit: int) -> bool:
    """Count an attempt, and return whether it may be made: so many may, until a quarter of an hour passes without one.

    Arguments: what the password opens, or what else is asked for; the network, or whoever else is counted; how many.
    """
    now = timezone.now()
    PasswordAttempts.objects.filter(last__lt=now - WINDOW).delete()
    with transaction.atomic():
        attempts, _new = PasswordAttempts.objects.select_for_update().get_or_create(
            password_of=password_of, network=_digest(network), defaults={"last": now}
        )
        if attempts.number >= limit:
            return False
        attempts.number, attempts.last = attempts.number + 1, now
        attempts.save()
        return True


def reset(password_of: str, network: str) -> None:
    """Forget the attempts of a network that knows the password."""
    PasswordAttempts.objects.filter(password_of=password_of, network=_digest(network)).delete()


def _digest(network: str) -> str:
    return salted_hmac("sesec_portal.accounts.rate_limit", network, algorithm="sha256").hexdigest()
