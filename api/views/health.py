"""Health: for load balancers and `make demo`."""

import json

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from api.errors import Problem, respond
from cms.pipeline.publish import state


@csrf_exempt
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return _ok({})


@csrf_exempt
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and has all its tables.

    What it tells of the worker makes nobody unready: what is published is read without one.
    """
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
        now = None if pending else state.now()
    except Error:
        return respond(Problem(503, "not-ready", "The database does not answer.", headers={"Retry-After": "2"}))
    if now is None:
        return respond(Problem(503, "not-ready", "Migrations are waiting.", headers={"Retry-After": "10"}))
    seen = None if now.worker_seen is None else round(now.worker_seen)
    return _ok({"undone": now.undone, "lag_seconds": round(now.lag), "failed": now.failed, "worker_seen_seconds": seen})


def _ok(more: dict[str, int | None]) -> HttpResponse:
    return HttpResponse(
        json.dumps({"status": "ok"} | more), content_type="application/json", headers={"Cache-Control": "no-store"}
    )
