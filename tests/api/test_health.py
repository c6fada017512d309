"""Health, and the documentation."""

import re
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from api.views import health
from cms.pipeline.publish import state, worker, write
from cms.pipeline.publish.models import Publication
from tests.api.conftest import Api, problem
from tests.api.world import World


def test_health_answers(api: Api) -> None:
    for path in ("/health/live", "/health/ready"):
        response = api.client.get(path)
        assert (response.status_code, response.json()["status"]) == (200, "ok")
        assert response.headers["Cache-Control"] == "no-store"


def test_not_ready_without_a_database_or_with_migrations_waiting(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise OperationalError("no")

    monkeypatch.setattr(health, "_complete", False)
    for stand_in in (broken, lambda *args: ["waiting"]):
        monkeypatch.setattr(MigrationExecutor, "migration_plan", stand_in)
        response = api.client.get("/health/ready")
        assert response.status_code == 503
        assert problem(response)["type"] == "not-ready"
        assert "Retry-After" in response.headers
        assert api.client.get("/health/live").status_code == 200


def test_not_ready_without_a_database_that_was_complete(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OperationalError("no")

    api.client.get("/health/ready")
    monkeypatch.setattr(state, "waiting", broken)
    assert api.client.get("/health/ready").status_code == 503


def test_who_watches_costs_little(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is published, and however many migrations there are."""
    api.client.get("/health/ready")
    monkeypatch.setattr(MigrationExecutor, "__init__", lambda *_: pytest.fail("the migrations were read again"))
    with CaptureQueriesContext(connection) as captured:
        assert api.client.get("/health/ready").status_code == 200
    read = [one["sql"] for one in captured]
    assert len(read) <= 4
    assert not [sql for sql in read if "publish_publication" in sql and "wanted" not in sql]


def test_the_documentation_finds_its_files(api: Api) -> None:
    html = api.get("docs/").content.decode()
    assert 'data-schema="/api/v1/schema/"' in html
    files = re.findall(r'(?:src|href)="/static/([^"]+)"', html)
    assert len(files) == 3
    assert all(finders.find(file) for file in files)


# --- how the pipeline is ---


def metrics(api: Api) -> dict[str, float]:
    response = api.client.get("/health/metrics", headers={"Authorization": "Bearer nyckel"})
    assert response.status_code == 200
    samples = (
        sample for family in text_string_to_metric_families(response.content.decode()) for sample in family.samples
    )
    return {sample.name + "".join(sorted(sample.labels.values())): sample.value for sample in samples}


def test_metrics_tell_what_waits_and_for_how_long(api: Api, world: World, settings: LazySettings) -> None:
    settings.METRICS_TOKEN = "nyckel"
    worker.drain()
    before = metrics(api)
    assert before["grenverk_publicationspage"] == Publication.objects.filter(kind="page").count()
    assert (before["grenverk_undone"], before["grenverk_lag_seconds"], before["grenverk_failed"]) == (0, 0, 0)

    some = list(Publication.objects.filter(kind="page").order_by("pk").values_list("pk", flat=True)[:2])
    write.want(Publication.objects.filter(pk__in=some))
    hour_ago = timezone.now() - timedelta(hours=1)
    Publication.objects.filter(wanted__gt=F("rendered")).update(behind_since=hour_ago)
    write.want(Publication.objects.filter(pk__in=some))  # wanted again: it has waited since the first time
    after = metrics(api)
    assert after["grenverk_undone"] == 2
    assert 3600 <= after["grenverk_lag_seconds"] < 3700
    ready = api.client.get("/health/ready").json()
    assert (ready["status"], ready["undone"]) == ("ok", 2)
    assert ready["lag_seconds"] >= 3600

    worker.drain()
    assert metrics(api)["grenverk_lag_seconds"] == 0


def test_a_stranger_gets_no_metrics(api: Api, settings: LazySettings) -> None:
    never = api.client.get("/health/never-was")
    for token in ("", "nyckel"):
        settings.METRICS_TOKEN = token
        for given in ({}, {"Authorization": "Bearer "}, {"Authorization": "Bearer fel"}):
            response = api.client.get("/health/metrics", headers=given)
            assert (response.status_code, response.content) == (404, never.content)
