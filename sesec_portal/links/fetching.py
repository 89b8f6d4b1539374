"""Asks an address elsewhere whether it answers: politely, and never one inside a private network."""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from django.conf import settings
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from requests.certs import where
from requests.exceptions import RequestException
from requests.models import PreparedRequest

_REDIRECTS = {301, 302, 303, 307, 308}
# HEAD is not for everybody.
_ASK_AGAIN = {403, 405, 501}
# What answers people may turn away programs; that says nothing of the link.
_NO_VERDICT = {401, 403, 429}
_MOST_REDIRECTS = 5
_TIMEOUT = urllib3.Timeout(connect=5, read=10)
_LONGEST_WAIT = timedelta(days=30)


class Fault(TextChoices):
    """What went wrong."""

    STATUS = "status", _("the server answers with an error")
    NAME = "name", _("the server's name is not known")
    SILENT = "silent", _("the server does not answer")
    TLS = "tls", _("the connection is not secure")
    UNFIT = "unfit", _("it is not an address of the public web")
    REDIRECTS = "redirects", _("it leads on more than five times")


class Answer(NamedTuple):
    """What asking came to: a fault or none, the status, and before when the server wants no more questions."""

    fault: Fault | None = None
    status: int | None = None
    not_before: datetime | None = None


class _Unfit(Exception):
    """The address is none that may be asked."""


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public internet, whatever it is wrapped in."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if ip.sixtofour or ip.teredo or ip in _TRANSLATED:
            return False
    return ip.is_global and not ip.is_multicast


# IPv4 behind a translator (RFC 6052, 8215): what it leads to cannot be told.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host. Raises OSError where it has none."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True)
class Asker:
    """Asks addresses; which IP addresses and ports are fit, and how names are looked up, is up to who makes it."""

    fit: Callable[[str], bool] = is_public
    ports: Collection[int] = field(default=(80, 443))
    resolve: Callable[[str, int], list[str]] = resolve

    def ask(self, address: str) -> Answer:
        """Return what asking an address came to; redirects are followed by hand, each checked as the first."""
        try:
            for _step in range(_MOST_REDIRECTS + 1):
                status, headers = self._ask_once(address)
                if status not in _REDIRECTS or "Location" not in headers:
                    return _judged(status, headers)
                address = urljoin(address, headers["Location"])
        except (_Unfit, ValueError, RequestException, urllib3.exceptions.LocationParseError):
            return Answer(Fault.UNFIT)
        except socket.gaierror:
            return Answer(Fault.NAME)
        except (urllib3.exceptions.SSLError, ssl.SSLError):
            return Answer(Fault.TLS)
        except (urllib3.exceptions.HTTPError, OSError):
            return Answer(Fault.SILENT)
        return Answer(Fault.REDIRECTS)

    def _ask_once(self, address: str) -> tuple[int, urllib3.HTTPHeaderDict]:
        # Escapes what people type as it is (Chinese paths, names of hosts), as browsers do.
        prepared = PreparedRequest()
        prepared.prepare_url(address, None)
        parts = urlsplit(str(prepared.url))
        ip, port = self._place_of(parts)
        status, headers = _send("HEAD", parts, ip, port)
        return _send("GET", parts, ip, port) if status in _ASK_AGAIN else (status, headers)

    def _place_of(self, parts: SplitResult) -> tuple[str, int]:
        """Return the IP address to connect to, and the port. Raises _Unfit where one of the host's is not fit."""
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
        if parts.scheme not in {"http", "https"} or not parts.hostname or port not in self.ports or parts.username:
            raise _Unfit
        found = self.resolve(parts.hostname, port)
        if not found or not all(self.fit(ip) for ip in found):
            raise _Unfit
        return found[0], port


def _send(method: str, parts: SplitResult, ip: str, port: int) -> tuple[int, urllib3.HTTPHeaderDict]:
    """Send one question to this very IP address, for the host that was asked for; the body is not read."""
    host = parts.hostname or ""
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            ip, port, server_hostname=host, assert_hostname=host, cert_reqs="CERT_REQUIRED", ca_certs=where()
        )
    else:
        pool = urllib3.HTTPConnectionPool(ip, port)
    headers = {"Host": parts.netloc, "User-Agent": f"SESEC link check (+{settings.WAGTAILADMIN_BASE_URL})"}
    path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
    with pool:
        answer = pool.urlopen(
            method, path, headers=headers, retries=False, redirect=False, timeout=_TIMEOUT, preload_content=False
        )
        answer.close()
    return answer.status, answer.headers


def _judged(status: int, headers: urllib3.HTTPHeaderDict) -> Answer:
    fault = Fault.STATUS if status >= 400 and status not in _NO_VERDICT else None
    return Answer(fault, status, _not_before(headers.get("Retry-After", "")))


def _not_before(wish: str) -> datetime | None:
    """Return the moment that a Retry-After names, in seconds or as a date (RFC 9110, 10.2.3); a month at most."""
    now = timezone.now()
    if wish.isdecimal():
        return now + min(timedelta(seconds=min(int(wish), 10**8)), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(wish)
    except (TypeError, ValueError):
        return None
    return min(moment if moment.tzinfo else moment.replace(tzinfo=UTC), now + _LONGEST_WAIT)
