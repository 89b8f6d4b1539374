"""Languages of addresses, and what is answered in the admin where something is gone."""

import json
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware as AnyLocaleMiddleware
from django.shortcuts import render
from django.utils.translation import gettext as _

from sesec_portal.pagecache import lifetimes

# Addresses that have no language.
_OUTSIDE = ("/account/", "/admin/", "/documents/", "/draft/", "/media/", "/static/")
# What a form sends beside what somebody typed.
_NOT_TYPED = ("csrfmiddlewaretoken", "next", "action-", "comment", "loaded_", "overwrite", "own_revision", "shown_as")
_OF_FORMSETS = ("_FORMS", "-id", "-ORDER", "-DELETE", "-type", "-order", "-deleted", "-count")


class LocaleMiddleware(AnyLocaleMiddleware):
    """Django's; what is not found outside the languages is not looked for inside them, and what all may keep has none.

    Otherwise caches would keep robots.txt once for each choice of languages that browsers send.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code == 404 and request.path.startswith(_OUTSIDE):
            return _gone(request) if _has_sent_a_form(request) else response
        if lifetimes.may_be_kept(response):
            return response
        return super().process_response(request, response)


def _has_sent_a_form(request: HttpRequest) -> bool:
    # A request that was refused on its way has no user yet.
    is_staff = hasattr(request, "user") and request.user.has_perm("wagtailadmin.access_admin")
    return is_staff and request.method == "POST" and request.path.startswith("/admin/") and "/edit/" in request.path


def _gone(request: HttpRequest) -> HttpResponse:
    """Answer who saves what a colleague has deleted: what was typed is shown, so that it can be copied.

    A form that saves itself is told why it cannot, as Wagtail tells it.
    """
    if "application/json" in request.headers.get("Accept", ""):
        said = _("This was deleted meanwhile. What you typed is in this form still: copy what you need.")
        told = {"success": False, "error_code": "deleted", "error_message": said}
        return JsonResponse(told, status=400)
    return render(request, "web/gone.html", {"typed": list(_typed(request))}, status=410)


def _typed(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, value in request.POST.dict().items():
        if value.strip() and not name.startswith(_NOT_TYPED) and not name.endswith(_OF_FORMSETS):
            yield name.replace("_", " "), _words(value)


def _words(value: str) -> str:
    """Return the words of a text as Draftail sends it, or any other value as it is."""
    try:
        return "\n".join(block["text"] for block in json.loads(value)["blocks"])
    except (ValueError, TypeError, KeyError):
        return value
