"""What counts as a view: a page or document that is given to somebody who reads, as far as their browser says so."""

import functools
import re
from wsgiref.types import WSGIEnvironment

from sesec_portal.pagecache.cache_key import CacheKeys

from .waiting import Waiting

# Browsers call themselves so, and hardly any program does that does not pretend to be one.
_BROWSER = re.compile(r"(?:Mozilla|Opera)/")
# What programs say that nevertheless do; deploy/nginx has the same words. Cubot makes telephones.
PROGRAMS = "(?<!cu)bot|crawl|spider|slurp|https?:|headless|lighthouse|preview|monitor|externalhit"
_PROGRAM = re.compile(PROGRAMS, re.I)


@functools.lru_cache(1024)
def is_browser(agent: str) -> bool:
    """Tell whether a program calls itself as browsers do, and not one that reads for others."""
    return bool(_BROWSER.match(agent)) and not _PROGRAM.search(agent)


class Views:
    """Notes the views that the web server answers itself; of those that nginx answers, nginx writes the lines."""

    def __init__(self) -> None:
        self._known = CacheKeys()
        self._waiting = Waiting()

    def note(self, environ: WSGIEnvironment, status: str, path: str) -> None:
        """Note a request, if it is a view.

        A browser that has the page already gets 304 when it is opened again. Whoever the portal knows is not counted,
        and what a browser fetches ahead is not opened yet.
        """
        if (
            status[:3] in ("200", "304")
            and environ["REQUEST_METHOD"] == "GET"
            and (path[-1:] == "/" or path.startswith("/documents/"))
            and "HTTP_X_VIEW_COUNTED" not in environ
            and "HTTP_SEC_PURPOSE" not in environ
            and "HTTP_PURPOSE" not in environ
            and is_browser(environ.get("HTTP_USER_AGENT", ""))
            and not self._known.is_personal(environ)
        ):
            self._waiting.add(path)
