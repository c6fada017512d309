"""Metrics: the pipeline's state in the words that Prometheus reads."""

import hmac
from collections.abc import Iterator

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from api.errors import Problem, respond
from api.views import documents
from cms.pipeline.publish import state
from cms.pipeline.publish.state import State
from cms.sites.purge import state as caches
from cms.sites.purge.state import CacheState


class Caches(Collector):
    """How the caches before the API take what they are told; nothing where there are none."""

    def __init__(self, caches: list[CacheState]) -> None:
        self.caches = caches

    def collect(self) -> Iterator[Metric]:
        if not self.caches:
            return
        about = "For how many seconds a cache has not taken what changed; 0 if it does."
        failing = GaugeMetricFamily("grenverk_cache_failing_seconds", about, labels=["cache"])
        told = CounterMetricFamily("grenverk_cache_purged_tags", "Tags that a cache was told.", labels=["cache"])
        for cache in self.caches:
            failing.add_metric([cache.url], cache.failing)
            told.add_metric([cache.url], cache.tags)
        yield from (failing, told)


class Pipeline(Collector):
    """One reading of the database; every process of every host tells the same."""

    def __init__(self, state: State) -> None:
        self.state = state

    def collect(self) -> Iterator[Metric]:
        now = self.state
        published = GaugeMetricFamily("grenverk_publications", "Things that are published, by kind.", labels=["kind"])
        for kind, number in sorted(now.publications.items()):
            published.add_metric([kind], number)
        yield published
        yield GaugeMetricFamily("grenverk_undone", "Publications and touches that wait for the worker.", now.undone)
        yield GaugeMetricFamily("grenverk_lag_seconds", "How long the oldest undone work has waited.", now.lag)
        yield GaugeMetricFamily("grenverk_failed", "Publications whose last render failed.", now.failed)
        if now.worker_seen is not None:
            about = "How long ago a worker gave a sign of life."
            yield GaugeMetricFamily("grenverk_worker_seen_seconds", about, now.worker_seen)
        mended = CounterMetricFamily("grenverk_mended", "What sweep and audit found wrong and mended.", labels=["by"])
        for name, number in sorted(now.mended.items()):
            mended.add_metric([name], number)
        yield mended


@csrf_exempt
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """For who knows METRICS_TOKEN; without that setting, or with another token, there is nothing here."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").encode()
    if not settings.METRICS_TOKEN or not hmac.compare_digest(given, settings.METRICS_TOKEN.encode()):
        return documents.nothing(request)
    registry = CollectorRegistry()
    try:
        registry.register(Pipeline(state.now()))
        registry.register(Caches(caches.now()))
    except Error:
        return respond(Problem(503, "not-ready", "The database does not answer.", headers={"Retry-After": "2"}))
    text = generate_latest(registry)
    return HttpResponse(text, content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})
