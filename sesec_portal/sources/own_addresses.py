"""Addresses that are, or were, this portal's own: who followed one would come back to the page that cites it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host


def is_own(address: str) -> bool:
    """Tell whether an address leads to this portal, or did before it moved (`FORMER_HOSTS`)."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return False
    own = [name for name in settings.ALLOWED_HOSTS if name != "*"]
    return host is not None and validate_host(host, [*settings.FORMER_HOSTS, *own])
