"""What every answer carries, and what no view should have to think of."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import messages as admin_messages

from sesec_portal.approval.refusals import named_and_linked, way_back
from sesec_portal.media.uploads.unwritable import sentence_of

_PUBLIC = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What an editor sees of a page stands in a frame of the editor.
_PREVIEW = _PUBLIC.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
# Wagtail 7.4's editor relies on inline scripts and styles (wagtail/wagtail#1288), but on no inline event handler.
_ADMIN = (
    "default-src 'none'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline'; script-src-attr 'none'; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
# Wagtail's uploader for many files, which shows what its answers say.
_BY_SCRIPT = "/multiple/add/"
# Of the admin, what anybody can open.
_BEFORE_LOGIN = ("/admin/login/", "/admin/password_reset/")
_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

View = Callable[[HttpRequest], HttpResponse]


def security_headers(get_response: View) -> View:
    """Give each answer a content security policy: strict for readers, as tight as Wagtail allows for editors.

    It is the outermost middleware, so that static files, redirects and refusals have these headers too.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", _policy(request))
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def _policy(request: HttpRequest) -> str:
    if getattr(request, "is_preview", False):
        return _PREVIEW
    return _ADMIN if request.path.startswith("/admin/") and not request.path.startswith(_BEFORE_LOGIN) else _PUBLIC


def refuse_unreadable_input(get_response: View) -> View:
    """Answer 400 to a NUL byte in an address or a query, which PostgreSQL cannot store, and to keys that are none."""

    def middleware(request: HttpRequest) -> HttpResponse:
        keys = request.GET.getlist("id") if request.path.startswith("/admin/bulk/") else []
        if not all(key == "all" or key.isdecimal() for key in keys):
            return HttpResponseBadRequest(_("Something is missing in what was sent."))
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(_("This address contains a character that cannot be read."))
        return get_response(request)

    return middleware


class ValidationErrorMessages:
    """Tells an editor, on the page they came from, what was refused outside a form: a copy, an approval, a deletion."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer what is refused, missing, or too much for the disk, in the admin with a sentence; leave the rest."""
        if not request.path.startswith("/admin/"):
            return None
        if isinstance(exception, MultiValueDictKeyError):
            return HttpResponseBadRequest(_("Something is missing in what was sent."))
        if isinstance(exception, ProtectedError | RestrictedError):
            return _in_use(request, exception)
        if (sentences := _sentences(exception)) and request.path.endswith(_BY_SCRIPT):
            return JsonResponse({"success": False, "error_message": " ".join(sentences)})
        if not sentences:
            return None
        for sentence in sentences:
            messages.error(request, sentence)
        came_from = request.headers.get("Referer", "")
        here = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
        return redirect(came_from if here else "wagtailadmin_home")


def _in_use(request: HttpRequest, fault: ProtectedError | RestrictedError) -> HttpResponse:
    things = fault.protected_objects if isinstance(fault, ProtectedError) else fault.restricted_objects
    named, buttons = named_and_linked(things, request.user)
    sentence = _("Nothing was deleted, because this still refers to it: %(things)s.")
    admin_messages.error(request, sentence % {"things": named}, buttons=buttons)
    return redirect(way_back(request))


def _sentences(exception: Exception) -> list[str]:
    if isinstance(exception, ValidationError):
        return exception.messages
    return list(filter(None, [sentence_of(exception)]))
