"""Whatever the admin deletes is kept."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .keeping import keeping

View = Callable[[HttpRequest], HttpResponse]


def keep_what_is_deleted(get_response: View) -> View:
    """Keep what a request to one of the admin's addresses of deletion deletes, in one entry of the bin."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not request.path.startswith("/admin/") or "/delete/" not in request.path:
            return get_response(request)
        with keeping(request.user):
            return get_response(request)

    return middleware
