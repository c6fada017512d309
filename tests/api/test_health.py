"""Health, and the documentation."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor

from tests.api.conftest import Api, problem


def test_health_answers(api: Api) -> None:
    for path in ("/health/live", "/health/ready"):
        response = api.client.get(path)
        assert (response.status_code, response.content) == (200, b'{"status":"ok"}')
        assert response.headers["Cache-Control"] == "no-store"


def test_not_ready_without_a_database_or_with_migrations_waiting(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise OperationalError("no")

    for stand_in in (broken, lambda *args: ["waiting"]):
        monkeypatch.setattr(MigrationExecutor, "migration_plan", stand_in)
        response = api.client.get("/health/ready")
        assert response.status_code == 503
        assert problem(response)["type"] == "not-ready"
        assert "Retry-After" in response.headers
        assert api.client.get("/health/live").status_code == 200


def test_the_documentation_finds_its_files(api: Api) -> None:
    html = api.get("docs/").content.decode()
    assert 'data-schema="/api/v1/schema/"' in html
    files = re.findall(r'(?:src|href)="/static/([^"]+)"', html)
    assert len(files) == 3
    assert all(finders.find(file) for file in files)
