"""The portal has one host, that of SITE_URL: under its other names it leads there."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.request import split_domain_port

from sesec_portal.pagecache import lifetimes

View = Callable[[HttpRequest], HttpResponse]


def one_host(get_response: View) -> View:
    """Lead whoever asks under another of ALLOWED_HOSTS to the same address at the one host; what is sent goes along."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked, _port = split_domain_port(request.get_host())
        if settings.ONE_HOST in ("", asked):
            return get_response(request)
        there = f"{settings.WAGTAILADMIN_BASE_URL}{request.get_full_path()}"
        response = HttpResponsePermanentRedirect(there, preserve_request=request.method not in ("GET", "HEAD"))
        # So that the choice of the one host can be taken back: browsers would keep a redirect for good.
        response.headers["Cache-Control"] = lifetimes.FOR_PROGRAMS
        return response

    return middleware
