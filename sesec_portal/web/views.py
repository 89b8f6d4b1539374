"""Answers that belong to no app: robots, and the pages for things gone wrong."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language_from_request
from django.views import defaults
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from .caching import for_programs
from .redirects import at_address


@for_programs
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where the sitemap is and what is not for them."""
    lines = ["User-agent: *", "Disallow: /admin/", "", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@for_programs
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead programs that look for an icon at the old address to the new one."""
    return redirect(static("img/favicon.png"), permanent=True)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that came without its token with the portal's own 403 page."""
    return render(request, "403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault with the 500 page; one of the database's with 503 and when to try again.

    It may be away, or its disk full; what is asked in the same transaction after that fails in another way.
    """
    fault = sys.exception()
    while fault and not isinstance(fault, OperationalError | InterfaceError):
        fault = fault.__cause__ or fault.__context__
    if not fault:
        return defaults.server_error(request)
    response = render(request, "503.html", status=503)
    response["Retry-After"] = "10"
    return response


@vary_on_headers("Accept-Language")
@never_cache
@require_safe
def first_language(request: HttpRequest) -> HttpResponse:
    """Send a reader who named no language to the front page in the one that the browser prefers.

    An address of the former site may be a query alone: `/?p=12`.
    """
    if request.META["QUERY_STRING"] and (former := at_address(request)):
        return former
    return redirect(f"/{get_language_from_request(request)}/")
