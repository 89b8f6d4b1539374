"""How often somebody has lately tried to guess a password, counted in the database for all processes alike."""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

MOST = 10
MEMORY = timedelta(minutes=15)


class Tries(models.Model):
    """The tries of one network at one password.

    The network is kept as a keyed digest that tells nobody whose it is, and for no longer than it takes to forget.
    """

    password_of = models.CharField(max_length=60, editable=False)
    network = models.CharField(max_length=64, editable=False)
    number = models.PositiveSmallIntegerField(default=0, editable=False)
    last = models.DateTimeField(db_index=True, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(name="tries_counted_once", fields=["password_of", "network"])]

    def __str__(self):
        return f"{self.password_of}: {self.number}"


def count(password_of, network):
    """Count a try, and tell whether it may be made: ten may, until a quarter of an hour has passed without one.

    Arguments: what the password opens, and the network that the try comes from.
    """
    now = timezone.now()
    Tries.objects.filter(last__lt=now - MEMORY).delete()
    with transaction.atomic():
        tries, _new = Tries.objects.select_for_update().get_or_create(
            password_of=password_of, network=_digest(network), defaults={"last": now}
        )
        if tries.number >= MOST:
            return False
        tries.number, tries.last = tries.number + 1, now
        tries.save()
        return True


def forget(password_of, network):
    """Forget the tries of a network that knows the password."""
    Tries.objects.filter(password_of=password_of, network=_digest(network)).delete()


def _digest(network):
    return salted_hmac("sesec_portal.core.tries", network, algorithm="sha256").hexdigest()
