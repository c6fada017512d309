"""A prepared query answers like the queryset that it was made of, for every value that it is given."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import DateTimeField, Q, SlugField, UUIDField
from django.test.utils import CaptureQueriesContext

from cms.pipeline.publish.models import Placement
from cms.prepared import Given, Prepared
from tests.build import Branch, make_article, publish

COLUMNS = ("publication_id", "shown_at", "type", "pinned", "title_key")


@pytest.fixture
def articles(vantor: Branch) -> list[Placement]:
    for title in ("Torgmöte", "Årsmöte"):
        publish(make_article(vantor, title))
    return list(Placement.objects.filter(type="article"))


def test_each_value_finds_its_own_rows_and_columns_are_pythons(articles: list[Placement]) -> None:
    found = Prepared(lambda: Placement.objects.filter(publication=Given("page", UUIDField())).values_list(*COLUMNS))
    for row in articles:
        wanted = Placement.objects.filter(publication=row.publication_id).values_list(*COLUMNS)
        assert found.rows(page=row.publication_id) == list(wanted)
    assert found.rows(page=uuid4()) == []


def test_times_and_text_are_compared_as_the_database_has_them(articles: list[Placement]) -> None:
    before = Q(shown_at__lt=Given("until", DateTimeField()), type=Given("type", SlugField()))
    found = Prepared(lambda: Placement.objects.filter(before).order_by("pk").values_list("publication_id"))
    assert len(found.rows(until=datetime(2200, 1, 1, tzinfo=UTC), type="article")) == 2
    assert found.rows(until=datetime(2000, 1, 1, tzinfo=UTC), type="article") == []
    assert found.rows(until=datetime(2200, 1, 1, tzinfo=UTC), type="%s'; --") == []


def test_it_is_compiled_once(articles: list[Placement]) -> None:
    made = []

    def make():
        made.append(1)
        return Placement.objects.filter(publication=Given("page", UUIDField())).values_list("pk")

    found = Prepared(make)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert found.rows(page=articles[0].publication_id) == [(articles[0].pk,)]
        assert found.rows(page=articles[1].publication_id) == [(articles[1].pk,)]
    assert len(made) == 1
    assert len(queries) == 2


def test_a_value_that_was_not_given_is_an_error(articles: list[Placement]) -> None:
    found = Prepared(lambda: Placement.objects.filter(publication=Given("page", UUIDField())).values_list("pk"))
    with pytest.raises(KeyError):
        found.rows(side="x")
