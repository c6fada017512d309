"""While the database is away for a moment, an editor reads that it will come back, and machines when to ask again."""

from unittest import mock

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError
from django.urls import reverse

from articles.models import Article
from tests.admin.conftest import Desk
from tests.build import Branch

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_told_so(vantor_desk: Desk, vantor: Branch, error: type[DatabaseError]) -> None:
    vantor_desk.client.raise_request_exception = False
    add = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    with mock.patch.object(Article, "get_edit_handler", side_effect=error("the connection is closed")):
        answers = [vantor_desk.client.get(add), vantor_desk.client.post(add)]
    for answer in answers:
        assert answer.status_code == 503
        assert answer.headers["Retry-After"].isdigit()
        assert "Databasen svarar inte just nu" in answer.content.decode()
