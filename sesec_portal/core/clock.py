"""The one place that knows which day it is."""

from django.utils import timezone


def today():
    """Return the civil date of this moment in the portal's time zone (Europe/Brussels)."""
    return timezone.localdate()
