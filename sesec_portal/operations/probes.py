"""The addresses for those who run the portal: they answer under any host name, and no proxy shows them to readers.

`/livez`: whether this process answers; where it does not, start it anew. `/readyz`: whether it is to get readers.
`/readyz/staff`: whether it is to get staff. `/healthz`: whether the portal as a whole is well; where it is not, wake
somebody. Each says what it has looked at, in JSON.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import readiness

View = Callable[[HttpRequest], HttpResponse]


def metrics(request: HttpRequest) -> HttpResponse:
    """Answer with figures for Prometheus."""
    from .metrics import metrics as figures

    return figures(request)


def _told(states: Callable[[], dict[str, str]]) -> View:
    """Return a view that answers 200 where every part works or can be done without, else 503, and says which."""

    def answer(request: HttpRequest) -> HttpResponse:
        parts = states()
        ok = "failed" not in parts.values()
        return JsonResponse({"ok": ok, **parts}, status=200 if ok else 503)

    return answer


PROBES: dict[str, View] = {
    "/livez": _told(dict),
    "/readyz": _told(readiness.for_readers),
    "/readyz/staff": _told(readiness.for_staff),
    "/healthz": _told(readiness.of_everything),
    "/metrics": metrics,
}


def probes(get_response: View) -> View:
    """Answer these addresses before anything asks for the host, the session or the language."""

    @never_cache
    @require_safe
    def answer(request: HttpRequest) -> HttpResponse:
        return PROBES[request.path_info](request)

    def middleware(request: HttpRequest) -> HttpResponse:
        known = request.path_info in PROBES and (request.path_info != "/metrics" or settings.METRICS)
        return answer(request) if known else get_response(request)

    return middleware
