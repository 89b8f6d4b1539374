"""Each request that is not answered from memory in one line of the log; all are counted, and views are noted."""

import logging
import re
import secrets
import time
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings

from sesec_portal.counting.views import Views
from sesec_portal.pagecache.wsgi import Failure, Headers

from . import logs
from .probes import PROBES

logger = logging.getLogger("sesec.requests")

_IDENTIFIER = re.compile(r"[A-Za-z0-9._-]{8,64}")


class Requests:
    """A WSGI application around the whole portal that tells of what it answers.

    Argument: the portal's application. The seconds that it tells end where the answer's body begins.
    """

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application
        self._views = Views()
        self._count: Callable[[str, int, str, float], None] | None = None
        if settings.METRICS:
            from .metrics import count

            self._count = count

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request (PEP 3333) under the identifier that the proxy gave it, or one of its own."""
        begun = time.perf_counter()
        # Django writes the path in characters into the same mapping.
        path = environ["PATH_INFO"]
        given = environ.get("HTTP_X_REQUEST_ID", "")
        logs.request_id.set(given if _IDENTIFIER.fullmatch(given) else secrets.token_hex(16))
        answered: list[tuple[str, Headers]] = [("500", [])]

        def start(status: str, headers: Headers, *failure: Failure | None) -> Callable[[bytes], object]:
            answered[:] = [(status, headers)]
            return start_response(status, headers, *failure)

        try:
            return self._application(environ, start)
        finally:
            self._views.note(environ, answered[0][0], path)
            if path not in PROBES:
                self._tell(environ["REQUEST_METHOD"], path, *answered[0], time.perf_counter() - begun)

    def _tell(self, method: str, path: str, status_line: str, headers: Headers, seconds: float) -> None:
        status, kept = int(status_line[:3]), _kept(headers)
        if self._count:
            self._count(method, status, kept, seconds)
        # The line would cost more than the answer, and the proxy in front has one.
        if kept == "hit":
            return
        written = path.encode("latin-1").decode(errors="replace")[:500]
        fields = {
            "method": method,
            "path": logs.impersonal(written),
            "status": status,
            "seconds": round(seconds, 4),
            "cache": kept,
        }
        logger.info("answered", extra={"fields": fields})


def _kept(headers: Headers) -> str:
    """Return whether the page cache had the answer: hit, miss, or nothing where it was not asked."""
    for name, value in headers:
        if name == "Cache-Status":
            return "hit" if value.endswith("hit") else "miss"
    return ""
