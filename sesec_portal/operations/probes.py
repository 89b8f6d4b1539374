"""The addresses for those who run the portal: they answer under any host name, and no proxy shows them to readers."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import readiness

View = Callable[[HttpRequest], HttpResponse]


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process answers at all."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 where every part works or can be done without, else 503, and say which."""
    parts = readiness.parts()
    ready = "failed" not in parts.values()
    return JsonResponse({"ready": ready, **parts}, status=200 if ready else 503)


def metrics(request: HttpRequest) -> HttpResponse:
    """Answer with figures for Prometheus."""
    from .metrics import metrics as figures

    return figures(request)


PROBES: dict[str, View] = {"/healthz": healthz, "/readyz": readyz, "/metrics": metrics}


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
