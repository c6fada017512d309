"""A transaction that the database sent away is done again, and nobody hears of it."""

from unittest import mock

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, transaction
from django.urls import reverse

from articles.models import Article
from cms.core import publishing_views
from cms.pipeline.publish import deadlock
from tests.admin.conftest import Desk, vantor_desk
from tests.build import Branch, make_article
from tests.pipeline.stored import assert_law, placement_of

__all__ = ["vantor_desk"]  # a fixture


class SentAway(Exception):
    """As psycopg tells it."""

    def __init__(self, sqlstate: str) -> None:
        self.sqlstate = sqlstate


def sent_away() -> OperationalError:
    error = OperationalError("deadlock detected")
    error.__cause__ = SentAway("40P01")
    return error


def collided() -> IntegrityError:
    error = IntegrityError("duplicate key value violates unique constraint")
    error.__cause__ = SentAway("23505")
    return error


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the test were no transaction itself; and nobody waits."""
    monkeypatch.setattr(deadlock, "connection", mock.Mock(in_atomic_block=False))
    monkeypatch.setattr(deadlock.time, "sleep", lambda seconds: None)


@pytest.mark.usefixtures("outside")
def test_it_is_done_again_until_it_works_but_not_for_ever() -> None:
    work = mock.Mock(side_effect=[sent_away(), collided(), "done"])
    assert deadlock.again(work) == "done"
    hopeless = mock.Mock(side_effect=sent_away())
    with pytest.raises(OperationalError):
        deadlock.again(hopeless)
    assert hopeless.call_count == deadlock.TRIES


@pytest.mark.usefixtures("outside")
def test_other_errors_are_not_repeated() -> None:
    for error in (OperationalError("the server is gone"), IntegrityError("null value"), ValueError("no")):
        work = mock.Mock(side_effect=error)
        with pytest.raises(type(error)):
            deadlock.again(work)
        assert work.call_count == 1


@pytest.mark.django_db
def test_inside_another_transaction_nothing_is_repeated() -> None:
    work = mock.Mock(side_effect=sent_away())
    with transaction.atomic(), pytest.raises(OperationalError):
        deadlock.again(work)
    assert work.call_count == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("outside")
@pytest.mark.parametrize("error", [sent_away(), collided()], ids=["deadlock", "collision"])
def test_an_editor_notices_nothing(
    vantor_desk: Desk, vantor: Branch, monkeypatch: pytest.MonkeyPatch, error: DatabaseError
) -> None:
    article = make_article(vantor, "Trängs")
    real, times = publishing_views.publishing, []

    def busy_once(**how: bool) -> object:
        times.append(1)
        context = real(**how)
        if len(times) == 1:
            context = mock.MagicMock()
            context.__exit__.side_effect = error
        return context

    monkeypatch.setattr(publishing_views, "publishing", busy_once)
    response = vantor_desk.client.post(reverse("wagtailadmin_pages:unpublish", args=[article.pk]), follow=True)
    assert len(times) == 2
    said = [str(message) for message in response.context["messages"]]
    assert len(said) == 1, said
    assert placement_of(article) is None
    assert not Article.objects.get(pk=article.pk).live
    assert_law()
