"""After publishing the editor reads where the page shows, or when it will."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from articles.models import Article
from cms.core import dates
from tests.admin.conftest import Desk, Secrets
from tests.admin.forms import as_sent
from tests.admin.test_refusal import form
from tests.admin.test_start_page import draft, review
from tests.build import Branch, make_article, make_page

pytestmark = pytest.mark.django_db
PUBLISH = {"action-publish": "action-publish"}


def said(response: HttpResponse) -> str:
    """The messages that stand on the next page."""
    page = response.client.get(reverse("wagtailadmin_home")).content.decode()
    return page[page.index("data-w-messages") : page.index("w-dashboard")] if "data-w-messages" in page else ""


def words(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())


def write(desk: Desk, branch: Branch, title: str, **fields: str) -> HttpResponse:
    url = reverse("wagtailadmin_pages:add", args=["articles", "article", branch.index.pk])
    return desk.client.post(url, form(title, "möjligt", **fields))


def test_a_new_article_says_where_it_shows(vantor_desk: Desk, vantor: Branch) -> None:
    html = said(write(vantor_desk, vantor, "Räksmörgås <b>", slug="räksmörgås", **PUBLISH))
    url = f"{vantor.frontend.base_url}/aktuellt/räksmörgås/"
    assert f"Artikeln ”Räksmörgås <b>” är publicerad. Den syns på Vantor: {url}." in words(html)
    assert f"href='{quote(url, safe=':/')}'" in html
    assert html.count("publicerad") == 1  # Wagtail's own message has made room


def test_an_edited_page_says_until_when_it_shows(vantor_desk: Desk, vantor: Branch) -> None:
    page = make_page(vantor, "Om oss")
    expires = timezone.localtime(timezone.now() + timedelta(days=3)).replace(second=0, microsecond=0)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    fields = as_sent(vantor_desk.client, url) | {"body-count": "0", "expire_at": expires.strftime("%Y-%m-%d %H:%M")}
    html = words(said(vantor_desk.client.post(url, fields | PUBLISH)))
    assert f"Sidan ”Om oss” är publicerad. Den syns på Vantor: {vantor.frontend.base_url}/om-oss/." in html
    assert f"Den tas bort från webben {dates.moment(expires)}." in html


def test_a_scheduled_article_says_when_and_where(vantor_desk: Desk, vantor: Branch) -> None:
    later = timezone.localtime(timezone.now() + timedelta(days=4)).replace(second=0, microsecond=0)
    answer = write(vantor_desk, vantor, "På fredag", go_live_at=later.strftime("%Y-%m-%d %H:%M"), **PUBLISH)
    assert f"Artikeln ”På fredag” publiceras {dates.moment(later)} på Vantor." in words(said(answer))


def test_a_private_page_is_not_said_to_show(vantor_desk: Desk, vantor: Branch) -> None:
    vantor.index.view_restrictions.create(restriction_type="login")
    html = words(said(write(vantor_desk, vantor, "Internt", **PUBLISH)))
    assert "är publicerad. Den syns inte för besökare" in html
    assert vantor.frontend.base_url not in html


def test_unpublishing_says_where_it_no_longer_shows(vantor_desk: Desk, vantor: Branch) -> None:
    article = make_article(vantor, "Torgmöte")
    answer = vantor_desk.client.post(reverse("wagtailadmin_pages:unpublish", args=[article.pk]))
    assert "Artikeln ”Torgmöte” är avpublicerad. Den syns inte längre på Vantor." in words(said(answer))


def test_approving_says_where_it_shows(vantor_desk: Desk, vantor: Branch) -> None:
    article = draft(vantor_desk, vantor, "Inlämnad")
    state = review(vantor, vantor_desk.user.groups.first()).start(article, vantor_desk.user)
    url = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "approve", state.current_task_state_id])
    answer = vantor_desk.client.post(url, {"comment": ""})
    assert "Artikeln ”Inlämnad” är publicerad. Den syns på Vantor:" in words(said(answer))


def test_a_bulk_action_names_the_first_and_counts_the_rest(vantor_desk: Desk, vantor: Branch) -> None:
    pages = [draft(vantor_desk, vantor, f"Nummer {number}") for number in range(7)]
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    html = words(said(vantor_desk.client.post(f"{url}?next=/admin/&{query}")))
    assert len(re.findall("är publicerad", html)) == 5
    assert "Och 2 till." in html
    assert Article.objects.filter(live=True).count() == 7


def test_a_saved_draft_keeps_wagtails_message(vantor_desk: Desk, vantor: Branch, secrets: Secrets) -> None:
    html = words(said(write(vantor_desk, vantor, "Bara ett utkast")))
    assert "Bara ett utkast" in html
    assert "publicerad" not in html
