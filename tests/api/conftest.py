"""The world is built once for all tests of the API; each test's own changes are rolled back."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.api import world as building
from tests.api.world import World


@pytest.fixture(scope="package")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield building.build()
        transaction.set_rollback(True)


@pytest.fixture
def world(built: World, db: None) -> World:
    return deepcopy(built)  # its objects may be changed too


class Api:
    """A reader of the API."""

    def __init__(self) -> None:
        # CSRF checks on, as in production; and a crash is an answer, as in production.
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)

    def get(
        self, path: str, status: int = 200, /, *, headers: dict[str, str] | None = None, **query: Any
    ) -> HttpResponse:
        """What answers at a path below /api/v1/ or at an absolute address."""
        response = self.client.get(self.address(path), query_params=query or None, headers=headers)
        assert response.status_code == status, f"{path} {query}: {response.status_code} {response.content[:500]!r}"
        return response

    def json(self, path: str, status: int = 200, /, **query: Any) -> Any:
        return self.get(path, status, **query).json()

    @staticmethod
    def address(path: str) -> str:
        return path.removeprefix(settings.PUBLIC_URL) if path.startswith("http") else f"/api/v1/{path}"


@pytest.fixture
def api(world: World) -> Api:
    return Api()


def problem(response: HttpResponse, *names: str) -> dict[str, Any]:
    """The answer as problem details; it names these parameters."""
    assert response.headers["Content-Type"] == "application/problem+json", response.content[:300]
    told: dict[str, Any] = response.json()
    assert {"type", "title", "status", "detail"} <= told.keys() <= {"type", "title", "status", "detail", "errors"}
    assert told["status"] == response.status_code
    assert set(names) <= told.get("errors", {}).keys(), told
    return told
