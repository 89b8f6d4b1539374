"""Which requests may be answered with a page that is the same for everybody."""

import functools
import re
from urllib.parse import unquote_plus
from wsgiref.types import WSGIEnvironment

from django.conf import settings
from django.http.request import split_domain_port, validate_host

# What advertisers and newsletters append; no page of the portal reads it.
_TRACKING = re.compile(r"(?:utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|msclkid|mc_[ce]id)", re.I)
_LONGEST_QUERY = 100

# Scheme, host, path and query of a request; and the same after the generation of the content and the day.
Address = tuple[str, str, str, str]
Key = tuple[str, int, str, str, str, str]


class CacheKeys:
    """Reads requests as the settings have it: languages, hosts, cookies, and what stands behind a question mark."""

    def __init__(self) -> None:
        # The sitemaps for search engines vary with the language asked for, so they are not kept; but what they are made
        # of is.
        self._roots = (*(f"/{code}/" for code, _name in settings.LANGUAGES), "/sitemap")
        self._cookies = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
        self._proxy = settings.SECURE_PROXY_SSL_HEADER
        self._domain = functools.lru_cache(128)(self._allowed_domain)

    def is_for_readers(self, environ: WSGIEnvironment) -> bool:
        """Tell whether a request asks for a page in a language, or a sitemap; all others stay out of the cache."""
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and environ.get("PATH_INFO", "").startswith(self._roots)
            and not environ.get("SCRIPT_NAME")
        )

    def is_personal(self, environ: WSGIEnvironment) -> bool:
        """Tell whether a request may come from somebody whom the portal knows; cookies of others say nothing."""
        cookies = environ.get("HTTP_COOKIE", "")
        return "HTTP_AUTHORIZATION" in environ or any(name in cookies for name in self._cookies)

    def of(self, environ: WSGIEnvironment) -> Address | None:
        """Return scheme, host, path and query of a reader's request, or None for one that the cache leaves alone.

        That is one under a host that is not ours, and one with a parameter that is not on the list PAGE_PARAMETERS. The
        host is without its port, which shows on no page: whoever asks may name any.
        """
        query = environ.get("QUERY_STRING", "")
        if query:
            query = _without_tracking(query)
            if query is None:
                return None
        domain = self._domain(environ.get("HTTP_HOST", ""))
        return (self._scheme(environ), domain, environ["PATH_INFO"], query) if domain else None

    def _allowed_domain(self, host: str) -> str:
        domain = split_domain_port(host)[0]
        return domain if validate_host(domain, settings.ALLOWED_HOSTS) else ""

    def _scheme(self, environ: WSGIEnvironment) -> str:
        if self._proxy and self._proxy[0] in environ:
            told = environ[self._proxy[0]].split(",", 1)[0].strip()
            return "https" if told == self._proxy[1] else "http"
        return environ["wsgi.url_scheme"]


def _without_tracking(query: str) -> str | None:
    parts = [part for part in query.split("&") if part]
    kept = [part for part in parts if not _TRACKING.fullmatch(_name(part))]
    known = all(_name(part) in settings.PAGE_PARAMETERS for part in kept)
    query = "&".join(kept)
    return query if known and len(query) <= _LONGEST_QUERY else None


def _name(part: str) -> str:
    return unquote_plus(part.partition("=")[0])
