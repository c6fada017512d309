"""Half a form, or one made up, is told in Swedish to have gone wrong, and nothing of it is saved."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from articles.models import Article
from cms.sites.models import Frontend
from tests.admin.conftest import Desk
from tests.admin.forms import as_sent
from tests.build import Branch

pytestmark = pytest.mark.django_db

QUOTE = ("quote", {"text": "Ord", "attribution": "", "source": {"page": "", "url": "", "email": "", "phone": ""}})
TABLE = {
    "column-count": "1",
    "column-0-type": "text",
    "column-0-order": "0",
    "column-0-heading": "Dag",
    "column-0-deleted": "",
    "row-count": "1",
    "row-0-order": "0",
    "row-0-deleted": "",
    "cell-0-0": "måndag",
    "caption": "",
}


def article(blocks: list[tuple[str, Any]]) -> dict[str, Any]:
    empty = inline_formset([])
    return nested_form_data(
        {"title": "Halv", "slug": "halv", "lead": "", "body": streamfield(blocks), "authors": empty, "comments": empty}
    )


def quote() -> dict[str, Any]:
    return article([QUOTE])


def table() -> dict[str, Any]:
    form = article([("table", {"header_column": ""})])
    return form | {f"body-0-value-table-{name}": value for name, value in TABLE.items()}


def without(form: dict[str, Any], name: str) -> dict[str, Any]:
    assert name in form
    return {key: value for key, value in form.items() if key != name}


BROKEN = {
    "no number of blocks": lambda: quote() | {"body-count": "många"},
    "more blocks than there are": lambda: quote() | {"body-count": "1000000000"},
    "a block without a type": lambda: without(quote(), "body-0-type"),
    "a block without an order": lambda: without(quote(), "body-0-order"),
    "an order that is no number": lambda: quote() | {"body-0-order": "först"},
    "two blocks in the same place": lambda: (
        article([QUOTE, QUOTE]) | {"body-1-order": "0", "body-1-value-text": "Andra ord"}
    ),
    "an id that is none": lambda: quote() | {"body-0-id": "\x00; drop table"},
    "a table of unknown columns": lambda: table() | {"body-0-value-table-column-0-type": "script"},
    "a table without rows": lambda: without(table(), "body-0-value-table-row-count"),
    "a table without a cell": lambda: without(table(), "body-0-value-table-column-0-order"),
}


@pytest.fixture
def add(vantor: Branch) -> str:
    return reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])


@pytest.mark.parametrize("name", BROKEN)
def test_half_a_form_is_refused(name: str, add: str, vantor_desk: Desk) -> None:
    vantor_desk.client.raise_request_exception = False
    answer = vantor_desk.client.post(add, BROKEN[name]() | {"action-publish": "1"})
    assert answer.status_code == 400
    assert "kom inte fram helt" in answer.content.decode()
    assert not Article.objects.exists()


@pytest.mark.parametrize("whole", [quote, table])
def test_the_whole_form_is_taken(whole: Any, add: str, vantor_desk: Desk) -> None:
    """Else the test above could pass for another reason."""
    assert vantor_desk.client.post(add, whole() | {"action-publish": "1"}).status_code == 302
    assert Article.objects.get().live


def test_half_a_frame_is_refused(vantor_desk: Desk, vantor: Branch) -> None:
    url = reverse("webbplats:edit", args=[vantor.frontend.pk])
    form = as_sent(vantor_desk.client, url) | {"header-count": "x", "footer-count": "0", "social-count": "0"}
    vantor_desk.client.raise_request_exception = False
    assert vantor_desk.client.post(url, form | {"name": "Nytt"}).status_code == 400
    assert Frontend.objects.get(pk=vantor.frontend.pk).name == vantor.frontend.name


def test_a_crash_is_told_in_swedish(
    add: str, vantor_desk: Desk, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    monkeypatch.setattr(Article, "get_edit_handler", None)
    vantor_desk.client.raise_request_exception = False
    answer = vantor_desk.client.get(add)
    assert answer.status_code == 500
    assert "Något gick fel hos oss" in answer.content.decode()
