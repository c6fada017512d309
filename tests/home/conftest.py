"""The demo, loaded once for all tests of it."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from home.demo.drawings import canvas


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """What load_demo printed. Every test's own changes are rolled back inside the transaction that holds it."""
    said = StringIO()
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(canvas, "WIDTH", 330)
        call_command("load_demo", stdout=said)
        yield said.getvalue()
        transaction.set_rollback(True)
