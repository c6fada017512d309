"""A branch with a board, and a page of the district that shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from cms.pipeline.publish import worker
from organisation.models import Assignment, Body, OrganisationPage, Person, Post
from tests.build import Branch, assign, make_board, make_person, publish
from tests.media.pictures import drawing, encoded, site_image

NAME = "Kanarina Exempelsson"


@dataclass
class Board:
    """Vantör's board, its chair, and the page in Värmland that shows the unit too."""

    body: Body
    chair: Post
    person: Person
    assignment: Assignment
    page: OrganisationPage


@pytest.fixture
def board(vantor: Branch, varmland: Branch) -> Board:
    from cms.media.ladder import build_ladder

    body = make_board(vantor.unit, chair=1, member=3)
    chair = body.posts.get(role="chair")
    portrait = site_image(encoded(drawing(60, 60), "PNG"), "portratt.png", description=f"{NAME} ler")
    build_ladder(portrait)
    consents = {"consent_portrait": True, "consent_mailbox": True}
    person = make_person(vantor.unit, NAME, portrait=portrait, mailbox="ordforande.vantor@example.se", **consents)
    assignment = assign(person, chair)
    page = OrganisationPage(title="Organisationen", live=False, unit=vantor.unit)
    page = publish(varmland.home.add_child(instance=page))
    worker.drain()
    return Board(body, chair, person, assignment, page)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Moves the time on by so many days."""
    real = timezone.now

    def move(days: int) -> None:
        later = real() + timedelta(days=days)
        monkeypatch.setattr(timezone, "now", lambda: later)
        assert isinstance(timezone.now(), datetime)

    return move
