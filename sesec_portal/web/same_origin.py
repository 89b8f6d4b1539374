"""Forms for readers, who get no cookie: the browser itself says from which site a form comes.

Django's own protection compares a token in the form with one in a cookie. Readers have none, and a cookie would keep
them out of the page cache from then on. What every browser since 2020 sends with a form, and no script can change,
tells the same: `Sec-Fetch-Site` or, without TLS and in older ones, `Origin`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def same_origin_forms(view: View[P]) -> View[P]:
    """Decorate a view so that it takes forms of this portal alone; one from elsewhere is answered with 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST" and not _is_ours(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    exempt = csrf_exempt(guarded)
    exempt.asks_for_the_origin = True  # type: ignore[attr-defined]  # tests hold that every exempt view says so
    return exempt


def _is_ours(request: HttpRequest) -> bool:
    if said := request.headers.get("Sec-Fetch-Site"):
        return said == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
