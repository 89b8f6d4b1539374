"""How often a network may guess a private page's password, or have links mailed; and how often all of them together.

Counted for all processes alike.
"""

from datetime import UTC, datetime, timedelta

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
    return _count(password_of, network, limit, timezone.now())


def consume_of_all(asked_for: str, period: timedelta, limit: int) -> timedelta:
    """Count an attempt of anybody's, and return how long to wait until one may be made: no time, or the period's rest.

    Arguments: what is asked for; an hour or a day, which begins as those of UTC do; how many may be made in one.
    """
    now = timezone.now()
    rest = period - (now - datetime.min.replace(tzinfo=UTC)) % period
    # Until its end it is not forgotten.
    counted = _count(f"{asked_for} until {now + rest:%Y-%m-%dT%H:%M}", "", limit, now + rest)
    return timedelta(0) if counted else rest


def _count(password_of: str, network: str, limit: int, last: datetime) -> bool:
    PasswordAttempts.objects.filter(last__lt=timezone.now() - WINDOW).delete()
    with transaction.atomic():
        attempts, _new = PasswordAttempts.objects.select_for_update().get_or_create(
            password_of=password_of, network=_digest(network), defaults={"last": last}
        )
        if attempts.number >= limit:
            return False
        attempts.number, attempts.last = attempts.number + 1, last
        attempts.save()
        return True


def reset(password_of: str, network: str) -> None:
    """Forget the attempts of a network that knows the password."""
    PasswordAttempts.objects.filter(password_of=password_of, network=_digest(network)).delete()


def _digest(network: str) -> str:
    return salted_hmac("sesec_portal.accounts.rate_limit", network, algorithm="sha256").hexdigest()
