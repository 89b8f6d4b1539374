"""Each request that is not answered from memory in one line of the log; all are counted."""

import logging
import re
import secrets
import time

from django.conf import settings

from . import logs
from .probes import PROBES

logger = logging.getLogger("sesec.requests")

_IDENTIFIER = re.compile(r"[A-Za-z0-9._-]{8,64}")


class Requests:
    """A WSGI application around the whole portal that tells of what it answers.

    Argument: the portal's application. The seconds that it tells end where the answer's body begins.
    """

    def __init__(self, application):
        self._application = application
        self._count = None
        if settings.METRICS:
            from .metrics import count

            self._count = count

    def __call__(self, environ, start_response):
        """Answer a request (PEP 3333) under the identifier that the proxy gave it, or one of its own."""
        begun = time.perf_counter()
        given = environ.get("HTTP_X_REQUEST_ID", "")
        logs.request_id.set(given if _IDENTIFIER.fullmatch(given) else secrets.token_hex(16))
        answered = ["500", []]

        def start(status, headers, *failure):
            answered[:] = status, headers
            return start_response(status, headers, *failure)

        try:
            return self._application(environ, start)
        finally:
            if environ["PATH_INFO"] not in PROBES:
                self._tell(environ, *answered, time.perf_counter() - begun)

    def _tell(self, environ, status, headers, seconds):
        method, status, kept = environ["REQUEST_METHOD"], int(status[:3]), _kept(headers)
        if self._count:
            self._count(method, status, kept, seconds)
        # The line would cost more than the answer, and the proxy in front has one.
        if kept == "hit":
            return
        path = environ["PATH_INFO"].encode("latin-1").decode(errors="replace")[:500]
        fields = {
            "method": method,
            "path": logs.impersonal(path),
            "status": status,
            "seconds": round(seconds, 4),
            "cache": kept,
        }
        logger.info("answered", extra={"fields": fields})


def _kept(headers):
    """Return whether the page cache had the answer: hit, miss, or nothing where it was not asked."""
    for name, value in headers:
        if name == "Cache-Status":
            return "hit" if value.endswith("hit") else "miss"
    return ""
