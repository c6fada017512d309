"""Who has written an article: the site's own people, and nobody else's."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import ArticleAuthor
from tests.admin.conftest import CANARY, Desk, Secrets
from tests.admin.forms import as_sent, body
from tests.build import Branch, make_article, make_person

pytestmark = pytest.mark.django_db


def authored(client: Client, url: str, person: int) -> Any:
    """The article's form with one author out of the register."""
    form = {name: value for name, value in as_sent(client, url).items() if not name.startswith("action-")}
    author = {"authors-0-person": person, "authors-0-name": "", "authors-0-title": "", "authors-0-id": ""}
    counts = {"authors-TOTAL_FORMS": 1, "authors-INITIAL_FORMS": 0, "body-count": 0}
    return client.post(
        url, form | author | counts | {"authors-0-ORDER": 1, "authors-0-DELETE": "", "action-publish": 1}
    )


def test_no_article_is_written_by_another_units_person(vantor_desk: Desk, vantor: Branch, secrets: Secrets) -> None:
    article = make_article(vantor, "Årets möte")
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    client = vantor_desk.client
    for pk in (secrets.register.person.pk, 999_999):
        answer = authored(client, url, pk)
        assert answer.status_code == 200
        [errors] = answer.context["form"].formsets["authors"].errors
        assert errors["person"] == ["Välj ett giltigt alternativ. Det valet finns inte bland tillgängliga alternativ."]
        assert CANARY not in body(answer)
    assert not ArticleAuthor.objects.exists()
    assert CANARY not in str(article.revisions.values_list("content", flat=True))
    own = make_person(vantor.unit)
    assert authored(client, url, own.pk).status_code == 302
    assert ArticleAuthor.objects.get().person == own
