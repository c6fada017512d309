"""Health: for load balancers and `make demo`."""

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from api.errors import Problem, respond

OK = '{"status":"ok"}'


@csrf_exempt
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return _ok()


@csrf_exempt
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and has all its tables."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return respond(Problem(503, "not-ready", "The database does not answer.", headers={"Retry-After": "2"}))
    if pending:
        return respond(Problem(503, "not-ready", "Migrations are waiting.", headers={"Retry-After": "10"}))
    return _ok()


def _ok() -> HttpResponse:
    return HttpResponse(OK, content_type="application/json", headers={"Cache-Control": "no-store"})
