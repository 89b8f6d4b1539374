"""Share images, for any site that shows a link to a page."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

from sesec_portal.pagecache import lifetimes

from .storage import FOLDER


@require_safe
def share_image(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give a page's share image to any site that shows a link to the page; its address changes with the picture."""
    response = serve(request, path, document_root=str(Path(settings.MEDIA_ROOT, FOLDER)))
    response.headers["Cache-Control"] = lifetimes.SHARE_IMAGES
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
