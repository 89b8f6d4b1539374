"""Who asks, as far as a web server can tell."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """Return the address that a request comes from, or None where it cannot be known.

    Of IPv6 it is the network (/64), which is all one subscriber's. Behind a proxy (the setting BEHIND_PROXY) it is what
    the proxy itself has put last into X-Forwarded-For; what stands before that anybody can write.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or address
    try:
        known = ip_address(address)
    except ValueError:
        return None
    known = getattr(known, "ipv4_mapped", None) or known
    return str(known if known.version == 4 else ip_network((int(known), 64), strict=False).network_address)
