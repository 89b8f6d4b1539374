"""Asking a WSGI application, as a web server does, in this process."""

import threading
from collections import namedtuple
from io import BytesIO
from urllib.parse import unquote_to_bytes

from django.http import HttpResponse

from sesec_portal.pagecache.application import PageCache
from sesec_portal.pagecache.generation import Generation
from sesec_portal.pagecache.shared_cache import SharedCache

Response = namedtuple("Response", "status headers body")
MEGABYTE = 1024 * 1024


def ask(application, address, method="GET", **headers):
    """Return what an application answers; headers are written `Accept_Encoding="gzip"`."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "HTTP_HOST": "testserver",
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
    begun = []
    response = application(environ, lambda status, headers, failure=None: begun.extend([status, headers]))
    body = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    return Response(int(begun[0][:3]), dict(begun[1]), body)


class Words:
    """A Django in miniature: answers with words, however slowly."""

    def __init__(self, words, status="200 OK", before=lambda: None):
        self.words = words
        self.status = status
        self.before = before

    def __call__(self, environ, start_response):
        self.before()
        start_response(self.status, [("Content-Type", "text/html")])
        return HttpResponse(self.words)


class Portal:
    """A web process: Django behind a page cache, and how often Django has been asked for each address."""

    def __init__(self, application, folder, shelf, news=None, *, watches=False):
        self.django = application
        self.made = []
        self._counting = threading.Lock()
        self.generation = Generation(folder, news)
        self.cache = PageCache(self._count, self.generation, SharedCache(shelf), 8 * MEGABYTE, watches=watches)

    def get(self, address, **headers):
        """Ask as a reader."""
        return ask(self.cache, address, **headers)

    def text(self, address, **headers):
        """Return what a reader reads."""
        return self.get(address, **headers).body.decode()

    def anew(self, address):
        """Return what Django answers without any cache."""
        return ask(self.django, address)

    def _count(self, environ, start_response):
        with self._counting:
            self.made.append(environ["PATH_INFO"])
        return self.django(environ, start_response)
