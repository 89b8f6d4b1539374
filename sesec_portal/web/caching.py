"""What programs ask for again and again."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import conditional_page

from sesec_portal.pagecache import lifetimes

View = Callable[..., HttpResponseBase]


def for_programs(view: View) -> View:
    """Let what a view answers be kept for a while (`lifetimes`), and asked about by its ETag afterwards."""

    @wraps(view)
    def kept(request: HttpRequest, *arguments: object, **named: object) -> HttpResponseBase:
        response: HttpResponseBase = conditional_page(view)(request, *arguments, **named)
        response.headers.setdefault("Cache-Control", lifetimes.FOR_PROGRAMS)
        return response

    return kept
