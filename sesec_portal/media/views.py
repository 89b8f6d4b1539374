"""Pictures, in the sizes in which pages show them."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give a picture in one of the sizes in which pages show it; never the original. nginx does this where it is."""
    response = serve(request, path, document_root=str(Path(settings.MEDIA_ROOT, "images")))
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response
