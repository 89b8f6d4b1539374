"""Asks a server one thing at a time, over one connection."""

import http.client
import time
from urllib.parse import urlsplit


class Reader:
    """A reader with a connection of its own to a server on this machine.

    Arguments: the server's address, the seconds after which the reader gives up, and headers that go with each request.
    """

    def __init__(self, origin, timeout=60, **headers):
        self._host = urlsplit(origin).netloc
        told = {name.replace("_", "-"): text for name, text in headers.items()}
        self._headers = {"Accept-Encoding": "identity", **told}
        self._connection = http.client.HTTPConnection(self._host, timeout=timeout)
        self._kept = False

    def get(self, path):
        """Return the status, the headers, the body and the seconds that the answer took."""
        begun = time.perf_counter()
        try:
            self._ask(path)
            answer = self._connection.getresponse()
        except ConnectionError:
            self._connection.close()
            if not self._kept:
                raise
            # A server may end an idle connection.
            self._ask(path)
            answer = self._connection.getresponse()
        body = answer.read()
        self._kept = True
        return answer.status, answer.headers, body, time.perf_counter() - begun

    def _ask(self, path):
        self._connection.request("GET", path, headers=self._headers)


def anew(path):
    """Return a path with a parameter that no page reads: what has one is never kept."""
    return f"{path}{'&' if '?' in path else '?'}fresh=yes"
