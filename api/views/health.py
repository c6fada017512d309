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

    What it tells of the worker makes nobody unready: what is published is read without one. Asked for every few
    seconds by whoever watches, so it reads only what is behind, and for migrations until there are none.
    """
    try:
        if not _migrated():
            return respond(Problem(503, "not-ready", "Migrations are waiting.", headers={"Retry-After": "10"}))
        left, seen = state.waiting(), state.worker_seen()
    except Error:
        return respond(Problem(503, "not-ready", "The database does not answer.", headers={"Retry-After": "2"}))
    told = {"undone": left.undone, "lag_seconds": round(left.lag), "failed": left.failed}
    return _ok(told | {"worker_seen_seconds": None if seen is None else round(seen)})


def _migrated() -> bool:
    """Whether the database has all that this code knows of. Once it has, it has for as long as this process lives."""
    global _complete
    if not _complete:
        executor = MigrationExecutor(connection)
        _complete = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _complete


_complete = False


def _ok(more: dict[str, int | None]) -> HttpResponse:
    return HttpResponse(
        json.dumps({"status": "ok"} | more), content_type="application/json", headers={"Cache-Control": "no-store"}
    )
