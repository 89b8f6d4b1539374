"""Who asks, as far as a web server can tell."""

from ipaddress import ip_address, ip_network

from django.conf import settings


def network_of(request):
    """Return the network that a request comes from: an IPv4 address, or the /64 that one IPv6 subscriber has.

    Behind a proxy (the setting BEHIND_PROXY) that is what the proxy itself has put last into X-Forwarded-For; what a
    visitor has put there before counts for nothing. Returns an empty text where nothing can be known.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or address
    try:
        known = ip_address(address)
    except ValueError:
        return ""
    known = getattr(known, "ipv4_mapped", None) or known
    return str(known if known.version == 4 else ip_network((int(known), 64), strict=False))
