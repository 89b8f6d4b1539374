"""An answer that is the same for everybody, ready to send in every encoding."""

import hashlib
import re
import time
from collections.abc import Mapping
from wsgiref.types import StartResponse, WSGIEnvironment

from django.http import HttpResponse

from . import cdn, lifetimes
from .cache_key import Address
from .compression import accepted, compressed
from .wsgi import Headers

_PERSONAL = re.compile(r"private|no-store|no-cache", re.I)
_OURS = {"cache-control", "cache-tag", "content-encoding", "content-length", "etag", "expires", "vary"}
_OF_THE_BODY = {"content-disposition", "content-language", "content-type"}
_LARGEST = 2 * 1024 * 1024


class CachedResponse:
    """A status, headers and a body in several encodings; plain data, so that processes can hand it on."""

    def __init__(self, status: str, headers: Headers, body: bytes, expires: float) -> None:
        self.status = status
        self.expires = expires
        self.bodies = compressed(body)
        self.tag = next((value for name, value in headers if name.lower() == "cache-tag"), "")
        self.etag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"' if status.startswith("200") else ""
        kept = [header for header in headers if header[0].lower() not in _OURS]
        common = [*kept, ("Vary", "Accept-Encoding"), *([("ETag", self.etag)] if self.etag else [])]
        self._headers = {
            encoding: [
                *common,
                ("Content-Length", str(len(body))),
                *([("Content-Encoding", encoding)] if encoding != "identity" else []),
            ]
            for encoding, body in self.bodies.items()
        }
        self._unchanged = [header for header in common if header[0].lower() not in _OF_THE_BODY]

    @property
    def size(self) -> int:
        """The bytes of memory that it takes, about."""
        return sum(map(len, self.bodies.values())) + 4096

    def send(
        self, environ: WSGIEnvironment, start_response: StartResponse, *, hit: bool, day_ends: float, edge: str = ""
    ) -> list[bytes]:
        """Answer a request: in the best encoding, with 304 where the reader has it already, without body to HEAD.

        Arguments: WSGI's two; `hit`, whether it was kept; `day_ends`, when the day does, in seconds since 1970; `edge`,
        the generation under which a CDN may keep it, if it may.
        """
        left = min(day_ends, self.expires) - time.time() - lifetimes.BY_A_PROXY
        told = [
            ("Cache-Control", lifetimes.PAGES if left > 0 else lifetimes.BEFORE_A_CHANGE),
            ("Cache-Status", "sesec; hit" if hit else "sesec; fwd=miss"),
            *(cdn.told(edge, self.tag, int(left)) if edge and left > 0 else []),
        ]
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and self.etag and _matches(known, self.etag):
            start_response("304 Not Modified", self._unchanged + told)
            return []
        for encoding in accepted(environ.get("HTTP_ACCEPT_ENCODING", "")):
            if encoding in self.bodies:
                break
        start_response(self.status, self._headers[encoding] + told)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.bodies[encoding]]


def is_cacheable(address: Address, status: str, headers: Headers, response: HttpResponse) -> bool:
    """Tell whether what Django answered at an address may be kept and given to other readers.

    Pages and redirects may. What bears a cookie, depends on one or on a language asked for, forbids it itself, is
    very large may not; nor a redirect that only appends a slash, as wrong addresses get it too.
    """
    told = {name.lower(): value for name, value in headers}
    return (
        (status[:3] == "200" or (status[:3] in ("301", "302") and not _appends_slash(address, told)))
        and "set-cookie" not in told
        and told.get("vary", "").lower() in ("", "accept-encoding")
        and not _PERSONAL.search(told.get("cache-control", ""))
        and len(response.content) <= _LARGEST
    )


def _appends_slash(address: Address, headers: Mapping[str, str]) -> bool:
    path = address[2]
    return not path.endswith("/") and headers.get("location", "").partition("?")[0].endswith("/")


def _matches(known: str, etag: str) -> bool:
    return known.strip() == "*" or etag in (entry.strip() for entry in known.split(","))
