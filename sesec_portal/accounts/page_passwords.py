"""The forms in which readers type the password of a page or of a collection of documents.

Wagtail answers any number of guesses, and with the frame of any page that is named in the address. Here ten guesses
in a quarter of an hour are answered, and only pages that the password opens are framed.
"""

from collections.abc import Callable
from typing import TypeVarTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.documents.views.serve import authenticate_with_password as open_documents
from wagtail.models import CollectionViewRestriction, PageViewRestriction
from wagtail.views import authenticate_with_password as open_page

from . import rate_limit
from .client_address import client_address

A = TypeVarTuple("A")

_PASSWORD = PageViewRestriction.PASSWORD


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page_password(request: HttpRequest, page_view_restriction_id: int, page_id: int) -> HttpResponse:
    """Ask for the password of a page; its translations, which have the same one, share the guesses."""
    private = PageViewRestriction.objects.select_related("page").filter(restriction_type=_PASSWORD)
    page = get_object_or_404(private, pk=page_view_restriction_id).page
    get_object_or_404(page.get_descendants(inclusive=True).live(), pk=page_id)
    answer = _guarded(open_page, f"page {page.translation_key}")
    return answer(request, page_view_restriction_id, page_id)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def documents_password(request: HttpRequest, restriction_id: int) -> HttpResponse:
    """Ask for the password of a collection of documents."""
    private = CollectionViewRestriction.objects.filter(restriction_type=_PASSWORD)
    collection = get_object_or_404(private, pk=restriction_id).collection_id
    return _guarded(open_documents, f"collection {collection}")(request, restriction_id)


def _guarded(
    view: Callable[[HttpRequest, *A], HttpResponse], password_of: str
) -> Callable[[HttpRequest, *A], HttpResponse]:
    def answer(request: HttpRequest, *args: *A) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args)
        network = client_address(request) or ""
        if not rate_limit.consume(password_of, network, rate_limit.LIMIT):
            refusal = render(request, "429.html", status=429)
            refusal["Retry-After"] = int(rate_limit.WINDOW.total_seconds())
            return refusal
        response = view(request, *args)
        if response.status_code == 302:
            rate_limit.reset(password_of, network)
        return response

    return answer
