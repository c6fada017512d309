"""An organisation that writes in one language is not told so beside every page."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from articles.models import Article
from tests.admin.conftest import Desk
from tests.build import Branch, make_article

pytestmark = pytest.mark.django_db
REPORTS = ["aging_pages", "page_types_usage", "workflow", "workflow_tasks"]


@pytest.fixture
def article(vantor: Branch, vantor_writer: Desk) -> Article:
    """An article that is out, and has been handed in for approval again."""
    article = make_article(vantor, "Nämnd")
    article.save_revision(user=vantor_writer.user)
    article.get_workflow().start(article, vantor_writer.user)
    return article


def badges(client: Client, address: str) -> list[str]:
    """The languages that stand beside pages, and in the panel of a page's state."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    found = [badge.get_text(strip=True) for badge in page.select(".w-status--label, [data-side-panel=status] h3")]
    return [words for words in found if words.endswith(("Svenska", "English"))]


def addresses(article: Article) -> dict[str, str]:
    return {name: reverse(f"wagtailadmin_reports:{name}") for name in REPORTS} | {
        "edit": reverse("wagtailadmin_pages:edit", args=[article.pk]),
        "add": reverse("wagtailadmin_pages:add", args=["articles", "article", article.get_parent().pk]),
    }


@pytest.mark.parametrize("name", [*REPORTS, "edit", "add"])
def test_a_language_is_told_where_there_are_two(name: str, vantor_desk: Desk, root: Client, article: Article) -> None:
    address = addresses(article)[name]
    client = root if name == "page_types_usage" else vantor_desk.client
    assert badges(client, address) == []
    english = Locale.objects.create(language_code="en")
    article.copy_for_translation(english, copy_parents=True)
    assert "Svenska" in str(badges(client, address))


def test_asking_for_the_languages_costs_the_same_for_one_page_and_for_ten(vantor: Branch, vantor_desk: Desk) -> None:
    counts = []
    for number in (1, 9):
        for one in range(number):
            make_article(vantor, f"Artikel {number} {one}")
        with CaptureQueriesContext(connection) as captured:
            vantor_desk.client.get(reverse("wagtailadmin_reports:aging_pages"))
        counts.append(sum("wagtailcore_locale" in query["sql"] and "IN (SELECT" in query["sql"] for query in captured))
    assert counts == [1, 1]
