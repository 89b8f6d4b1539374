"""What every answer carries, and what no view should have to think of."""

from django.http import HttpResponseBadRequest
from django.utils.translation import gettext as _

_PUBLIC = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Wagtail 7.4's editor relies on inline scripts and styles (wagtail/wagtail#1288).
_ADMIN = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline'; object-src 'none'; form-action 'self'; base-uri 'self'; "
    "frame-ancestors 'self'"
)
_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def security_headers(get_response):
    """Give each answer a content security policy: strict for readers, as tight as Wagtail allows for editors."""

    def middleware(request):
        response = get_response(request)
        editing = request.path.startswith("/admin/") or getattr(request, "is_preview", False)
        response.headers.setdefault("Content-Security-Policy", _ADMIN if editing else _PUBLIC)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def refuse_unreadable_input(get_response):
    """Answer 400 to a NUL byte in an address or a query, which PostgreSQL cannot store or compare."""

    def middleware(request):
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(_("This address contains a character that cannot be read."))
        return get_response(request)

    return middleware
