"""Pages as Django makes them for everybody: nothing of the one reader who happened to ask gets in."""

import io
import time
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIEnvironment
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse, StreamingHttpResponse

from .boundaries import next_boundary
from .cache_key import Address
from .lifetimes import by_nobody
from .responses import CachedResponse, is_cacheable
from .wsgi import Headers

# What Django answers with; only the first kind has its whole body at once.
Response = HttpResponse | StreamingHttpResponse
DjangoApplication = Callable[[WSGIEnvironment, StartResponse], Response]


class UncachedResponse:
    """What Django answered and nobody else may be given."""

    def __init__(self, status: str, headers: Headers, response: Response) -> None:
        self.failed = status.startswith("5")
        self._status = status
        self._headers = headers
        self._response = response

    def send(self, environ: WSGIEnvironment, start_response: StartResponse, **_: object) -> Iterable[bytes]:
        """Hand the answer on, without body to HEAD."""
        by_nobody(start_response)(self._status, self._headers)
        if environ["REQUEST_METHOD"] == "HEAD":
            self.close()
            return []
        return self._response

    def close(self) -> None:
        """Let Django close what the answer holds open."""
        if hasattr(self._response, "close"):
            self._response.close()


def bare_request(address: Address) -> WSGIEnvironment:
    """Return a request for an address that no reader has made."""
    scheme, host, path, query = address
    told = settings.SECURE_PROXY_SSL_HEADER
    environ: WSGIEnvironment = {
        "HTTP_HOST": host,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": scheme,
        **({told[0]: told[1]} if told and scheme == "https" else {}),
    }
    setup_testing_defaults(environ)
    return environ


class Origin:
    """Asks Django's application for pages."""

    def __init__(self, application: DjangoApplication) -> None:
        self._application = application
        self._shaping = set((settings.SECURE_PROXY_SSL_HEADER or ())[:1])

    def answer(self, address: Address, environ: WSGIEnvironment) -> CachedResponse | UncachedResponse:
        """Return a CachedResponse that may be kept, or what only this reader may get as an UncachedResponse.

        Of the request Django sees the address and where it came from: no cookie, no language, no condition.
        """
        asked = time.time()
        begun: list[tuple[str, Headers]] = []

        def start(status: str, headers: Headers, failure: object = None) -> Callable[[bytes], object]:
            begun[:] = [(status, headers)]
            return io.BytesIO().write  # for applications older than PEP 3333; Django gives the whole answer back

        response = self._application(self._bare(address, environ), start)
        [(status, headers)] = begun
        if not isinstance(response, HttpResponse) or not is_cacheable(address, status, headers, response):
            return UncachedResponse(status, headers, response)
        try:
            expires = min(asked + settings.PAGE_LIFETIME, next_boundary(asked))
        except DatabaseError:
            return UncachedResponse(status, headers, response)
        try:
            return CachedResponse(status, headers, response.content, expires)
        finally:
            response.close()

    def _bare(self, address: Address, environ: WSGIEnvironment) -> WSGIEnvironment:
        kept = {name: value for name, value in environ.items() if not name.startswith("HTTP_") or name in self._shaping}
        kept.pop("CONTENT_LENGTH", None)
        kept.pop("CONTENT_TYPE", None)
        told = {"HTTP_HOST": address[1], "QUERY_STRING": address[3]}
        return kept | told | {"REQUEST_METHOD": "GET", "wsgi.input": io.BytesIO()}
