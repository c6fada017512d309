"""Words that a stranger stumbled over, as they stand now."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from cms.core.blocks.embed import EmbedBlock
from cms.media import file_size
from cms.media.models import SiteImage
from tests.admin.conftest import Desk
from tests.admin.forms import as_sent
from tests.build import Branch, make_article
from tests.media.pictures import drawing, encoded, site_image

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "said"),
    [(timedelta(hours=9, minutes=39), "i dag kl. 3.21 av Vera"), (timedelta(days=2), "för 2 dagar sedan av Vera")],
)
def test_the_last_change_is_of_today_as_one_says_it(ago: timedelta, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    told = Template("{% load wagtailadmin_tags %}{% timesince_last_update when user_display_name='Vera' %}")
    assert told.render(Context({"when": NOW - ago})).replace("\xa0", " ") == said


@pytest.mark.parametrize(("size", "said"), [(32 << 20, "32\xa0MB"), (3 << 19, "1,5\xa0MB"), (900, "900\xa0byte")])
def test_a_whole_number_has_no_decimals(size: int, said: str) -> None:
    assert file_size.said(size) == said


def test_the_size_of_a_picture_stands_by_itself(vantor_desk: Desk) -> None:
    image = site_image(encoded(drawing(60, 40), "PNG"), "bild.png", collection=vantor_desk.folder)
    SiteImage.objects.filter(pk=image.pk).update(uploaded_by_user=vantor_desk.user)
    page = vantor_desk.client.get(reverse("wagtailimages:edit", args=[image.pk]))
    field = BeautifulSoup(page.content, "html.parser").select_one("[data-contentpath=file] p")
    assert field.get_text(" ", strip=True).endswith("(60 × 40\xa0bildpunkter)")


def test_an_article_has_a_title_and_not_that_of_a_page(vantor: Branch, vantor_desk: Desk) -> None:
    page = vantor_desk.client.get(reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk]))
    title = BeautifulSoup(page.content, "html.parser").select_one("#id_title")
    assert title["placeholder"] == "Rubrik*"
    assert "Rubriken som besökare läser den." in page.content.decode()


def test_what_could_not_be_saved_is_not_called_a_page(vantor: Branch, vantor_desk: Desk) -> None:
    for address in (
        reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk]),
        reverse("wagtailadmin_pages:edit", args=[make_article(vantor, "Nämnd").pk]),
    ):
        fields = as_sent(vantor_desk.client, address) | {"body-count": "0", "title": "", "action-publish": "1"}
        answer = vantor_desk.client.post(address, fields)
        assert "Det gick inte att spara: något behöver rättas." in answer.content.decode()


def test_reports_count_approvals_and_steps(vantor: Branch, vantor_writer: Desk, vantor_desk: Desk) -> None:
    draft = vantor.index.add_child(instance=Article(title="Utkast", live=False))
    draft.save_revision(user=vantor_writer.user)
    draft.get_workflow().start(draft, vantor_writer.user)
    for report, counted in (("workflow", "1 godkännande"), ("workflow_tasks", "1 steg i godkännande")):
        page = vantor_desk.client.get(reverse(f"wagtailadmin_reports:{report}"))
        end = BeautifulSoup(page.content, "html.parser").select_one(".pagination__end, .pagination")
        assert counted in end.get_text(" ", strip=True)


def test_writing_is_chosen_as_a_page_a_file_or_an_address() -> None:
    """The boxes that are left out still belong to the block, as its migrations say."""
    written = EmbedBlock().child_blocks["transcript"]
    assert "grenverk-written" in written.meta.form_classname
    assert list(written.child_blocks) == ["page", "url", "email", "phone", "file"]
