"""What the edit form of a page offers, and what it says when something is wrong."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import Houses
from home.models import WelcomePage
from tests.admin.conftest import Desk
from tests.build import Branch, make_article, make_page


@pytest.mark.django_db
def test_privacy_offers_only_what_is_true(vantor: Branch, vantor_desk: Desk) -> None:
    page = make_page(vantor)
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    html = vantor_desk.client.get(address).json()["html"]
    offered = [kind for kind in ("none", "password", "login", "groups") if f'value="{kind}"' in html]
    assert offered == ["none", "login"]
    assert "visas inte för någon på webbplatsen" in html
    for kind in ("password", "groups"):
        vantor_desk.client.post(address, {"restriction_type": kind, "password": "hemligt", "groups": []})
        assert not page.view_restrictions.exists()
    vantor_desk.client.post(address, {"restriction_type": "login"})
    assert page.view_restrictions.get().restriction_type == "login"


@pytest.mark.django_db
def test_a_future_date_is_refused_with_words_that_are_on_the_screen(vantor: Branch, vantor_desk: Desk) -> None:
    article = make_article(vantor)
    article.date = timezone.now() + timedelta(days=1)
    with pytest.raises(ValidationError) as refusal:
        article.clean()
    [message] = refusal.value.message_dict["date"]
    screen = vantor_desk.client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    quoted = [part.partition("”")[0] for part in message.split("”")[1::2]]
    assert len(quoted) >= 2
    for words in quoted:
        assert words in screen, words


@pytest.mark.django_db
def test_a_correction_is_dated_when_it_is_saved(vantor: Branch) -> None:
    article = make_article(vantor)
    article.correction_text = "Mötet är på tisdag."
    assert _correction(article) is None  # without a date it has not happened yet
    article.save(clean=False)
    stored = Article.objects.get(pk=article.pk)
    assert stored.correction_at is not None
    assert _correction(stored).at == stored.correction_at.replace(microsecond=0)
    stored.correction_text = ""
    stored.save(clean=False)
    assert Article.objects.get(pk=article.pk).correction_at is None


def _correction(article: Article) -> object:
    return article.members(Houses().locate(article.path, article.url_path), RenderContext())["correction"]


@pytest.mark.django_db
@pytest.mark.parametrize(("count", "refused"), [(0, []), (12, []), (13, ["latest_count"]), (-1, ["latest_count"])])
def test_the_start_page_shows_up_to_twelve_articles(vantor: Branch, count: int, refused: list[str]) -> None:
    form = modelform_factory(WelcomePage, fields=["latest_count"])({"latest_count": count}, instance=vantor.home)
    assert list(form.errors) == refused
