"""How long whoever stands between the portal and its readers may keep what kind of answer.

docs/operating.md has them as a table. Whatever names none of these is kept by nobody. Static files are named after
their content; WhiteNoise says so of them.
"""

from collections.abc import Callable
from wsgiref.types import StartResponse

from django.http.response import HttpResponseBase

from .wsgi import Failure, Headers

# A browser asks each time, and gets 304 while nothing has changed; a proxy in front may answer for a second, and for
# one more while it asks in the background, which browsers do not because they must revalidate.
PAGES = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, must-revalidate"
# Seconds for which a proxy in front may so answer with what it got.
BY_A_PROXY = 2
# What a CDN that is told of every change is told beside that, for as many seconds as a page stays as it is.
AT_THE_EDGE = "max-age={seconds}, stale-if-error=3600"
# A page that says something else in less than that.
BEFORE_A_CHANGE = "public, max-age=0, must-revalidate"
DOCUMENTS = PAGES
# What programs ask for again and again, and redirects that hold for every address: what was withdrawn is not listed for
# long.
FOR_PROGRAMS = "public, max-age=300"
# Another picture has another name; but one that was taken down, proxies do not keep as long as who has seen it.
PICTURES = "public, max-age=31536000, s-maxage=600, immutable"
SHARE_IMAGES = "public, max-age=86400, s-maxage=600"
NOBODY = "private, no-cache"


def may_be_kept(response: HttpResponseBase) -> bool:
    """Tell whether an answer says itself that everybody may be given it, whatever their language."""
    return str(response.headers.get("Cache-Control", "")).startswith("public")


def by_nobody(start_response: StartResponse) -> StartResponse:
    """Have an answer kept by nobody on the way, unless it says itself by whom."""

    def start(status: str, headers: Headers, *failure: Failure | None) -> Callable[[bytes], object]:
        if not any(name.lower() == "cache-control" for name, _value in headers):
            headers = [*headers, ("Cache-Control", NOBODY)]
        return start_response(status, headers, *failure)

    return start
