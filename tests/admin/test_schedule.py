"""The schedule, as an editor sets it in the form."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Placement
from tests.admin.conftest import Desk
from tests.admin.test_refusal import form
from tests.build import Branch

pytestmark = pytest.mark.django_db


def test_an_article_written_for_later_gets_the_date_when_it_goes_live(
    vantor_desk: Desk, vantor: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wagtail's create view saves the page as live first: that must not become its date."""
    now = timezone.now()
    later = timezone.localtime(now + timedelta(days=4)).replace(second=0, microsecond=0)
    url = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    fields = form("På fredag", "möjligt", **{"action-publish": "action-publish"})
    fields["go_live_at"] = later.strftime("%Y-%m-%d %H:%M")
    vantor_desk.client.post(url, fields)
    article = Article.objects.get(slug="artikeln")
    assert not article.live
    assert article.first_published_at is None
    monkeypatch.setattr(timezone, "now", lambda: later + timedelta(minutes=1))
    worker.drain()
    placement = Placement.objects.get(site=vantor.site, publication__identity__object_id=article.pk, kind="page")
    assert placement.shown_at >= later
