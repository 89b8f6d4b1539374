"""Who asks, as far as a web server can tell."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# Some load balancers write the port too.
_WITH_PORT = re.compile(r"\[(?P<v6>[0-9a-fA-F:.]+)\](?::\d+)?|(?P<v4>\d+(?:\.\d+){3}):\d+")


def client_address(request: HttpRequest) -> str | None:
    """Return the address that a request comes from, or None where it cannot be known.

    Of IPv6 it is the network (/64), which is all one subscriber's. Behind a proxy (the setting BEHIND_PROXY) it is what
    the proxy itself has put last into X-Forwarded-For; where that is a proxy too (TRUSTED_PROXIES), what that one has
    put before it, and so on. What stands before the last address that is none of theirs anybody can write.
    """
    known = _read(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY and (told := request.headers.get("X-Forwarded-For", "")):
        for address in reversed(told.split(",")):
            known = _read(address)
            if not known or not any(known in network for network in settings.TRUSTED_PROXIES):
                break
    if not known:
        return None
    return str(known if known.version == 4 else ip_network((int(known), 64), strict=False).network_address)


def _read(address: str) -> IPv4Address | IPv6Address | None:
    address = address.strip()
    if found := _WITH_PORT.fullmatch(address):
        address = found["v6"] or found["v4"]
    try:
        known = ip_address(address)
    except ValueError:
        return None
    return getattr(known, "ipv4_mapped", None) or known
