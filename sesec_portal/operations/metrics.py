"""Figures for Prometheus, of all processes of one machine or container together."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    multiprocess,
)
from prometheus_client.core import GaugeMetricFamily

from . import heartbeat

if settings.METRICS_DIR:
    Path(settings.METRICS_DIR).mkdir(parents=True, exist_ok=True)

_METHODS = {"GET", "HEAD", "POST"}
_ANSWERED = Counter("sesec_requests", "Requests answered", ["method", "status", "cache"])
_SECONDS = Histogram("sesec_request_seconds", "Seconds until an answer began", ["cache"])


class _Worker:
    def collect(self) -> Iterator[GaugeMetricFamily]:
        silence = heartbeat.silence()
        if silence is not None:
            yield GaugeMetricFamily("sesec_worker_silent_seconds", "Seconds since the worker was heard", silence)


def count(method: str, status: int, cache: str, seconds: float) -> None:
    """Count one answer: the request's method, its status, what the page cache did, and how long it took."""
    _ANSWERED.labels(method if method in _METHODS else "other", status, cache).inc()
    _SECONDS.labels(cache).observe(seconds)


def metrics(request: HttpRequest) -> HttpResponse:
    """Answer with the figures, in the text that Prometheus reads."""
    here = CollectorRegistry()
    here.register(_Worker())
    counted = REGISTRY
    if settings.METRICS_DIR:
        counted = CollectorRegistry()
        multiprocess.MultiProcessCollector(counted)
    return HttpResponse(generate_latest(counted) + generate_latest(here), content_type=CONTENT_TYPE_LATEST)
