"""Pages as Django makes them for everybody: nothing of the one reader who happened to ask gets in."""

import io
import time

from django.conf import settings

from .responses import CachedResponse, is_cacheable


class UncachedResponse:
    """What Django answered and nobody else may be given."""

    shareable = False

    def __init__(self, status, headers, response):
        self.failed = status.startswith("5")
        self._status = status
        self._headers = headers
        self._response = response

    def send(self, environ, start_response, **_):
        """Hand the answer on, without body to HEAD."""
        start_response(self._status, self._headers)
        if environ["REQUEST_METHOD"] == "HEAD":
            self.close()
            return []
        return self._response

    def close(self):
        """Let Django close what the answer holds open."""
        if hasattr(self._response, "close"):
            self._response.close()


class Origin:
    """Asks Django's application for pages."""

    def __init__(self, application):
        self._application = application
        self._shaping = {"HTTP_HOST"} | set((settings.SECURE_PROXY_SSL_HEADER or ())[:1])

    def answer(self, address, environ):
        """Return a CachedResponse that may be kept, or what only this reader may get as an UncachedResponse.

        Of the request Django sees the address and where it came from: no cookie, no language, no condition.
        """
        expires = time.time() + settings.PAGE_LIFETIME
        begun = []

        def start(status, headers, failure=None):
            begun[:] = [status, headers]

        response = self._application(self._bare(address, environ), start)
        status, headers = begun
        if not is_cacheable(address, status, headers, response):
            return UncachedResponse(status, headers, response)
        try:
            return CachedResponse(status, headers, response.content, expires)
        finally:
            response.close()

    def _bare(self, address, environ):
        kept = {name: value for name, value in environ.items() if not name.startswith("HTTP_") or name in self._shaping}
        kept.pop("CONTENT_LENGTH", None)
        kept.pop("CONTENT_TYPE", None)
        return kept | {"REQUEST_METHOD": "GET", "QUERY_STRING": address[3], "wsgi.input": io.BytesIO()}
