"""Pictures, in the sizes in which pages show them, and documents, also by the names that they had."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents.views.serve import serve as serve_document

from sesec_portal.pagecache import lifetimes
from sesec_portal.visibility.documents import is_public

from .models import FormerFile


@require_safe
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give a picture in one of the sizes in which pages show it; never the original. nginx does this where it is."""
    response = serve(request, path, document_root=str(Path(settings.MEDIA_ROOT, "images")))
    response.headers["Cache-Control"] = lifetimes.PICTURES
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response


def document(request: HttpRequest, key: str, filename: str) -> HttpResponseBase:
    """Give a document; who asks for it by the name of a former file, while that is kept, is led to the present one.

    What everybody may have may be kept on the way, as briefly as a page; what not, by nobody.
    """
    try:
        response = serve_document(request, key, filename)
        if response.status_code in (200, 304) and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = lifetimes.DOCUMENTS if is_public(int(key)) else lifetimes.NOBODY
        return response
    except Http404:
        former = FormerFile.objects.filter(document=int(key)).select_related("document")
        renamed = next((each.document for each in former if each.filename == filename), None)
        if not renamed or renamed.filename == filename:
            raise
        return redirect(renamed.url)
