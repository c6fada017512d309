"""The demo, loaded once for all tests of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import transaction

from cms.media import ladder
from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Publication
from home.demo.drawings import canvas


@dataclass(frozen=True)
class Loaded:
    """What load_demo printed, every publication as it left them (its JSON by its UUID), and how often it encoded."""

    said: str
    bodies: dict[UUID, str]
    encoded: int


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Loaded]:
    """The demo, when the worker has come by. Every test's own changes are rolled back inside its transaction."""
    said, encode, encoded = StringIO(), ladder.encode_quick, []
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(canvas, "WIDTH", 330)
        patch.setattr(ladder, "encode_quick", lambda picture: (encoded.append(1), encode(picture))[1])
        call_command("load_demo", stdout=said)
        bodies = dict(Publication.objects.values_list("pk", "body"))
        worker.drain(slow=False)
        yield Loaded(said.getvalue(), bodies, len(encoded))
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def demo(loaded: Loaded) -> str:
    return loaded.said
