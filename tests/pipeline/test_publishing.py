"""Publishing: what a change makes, and what follows from it."""

import json

import pytest
from django.db import transaction
from wagtail.models import Page

from cms.media.ladder import build_ladder
from cms.pipeline.publish import flush, rebuild, worker
from cms.pipeline.publish.models import Change, Touch
from cms.pipeline.publish.publishing import publishing
from tests.build import Branch, link_to, make_article, make_page, publish, text
from tests.media import pictures
from tests.pipeline.stored import assert_law, body_of, changes, version

pytestmark = pytest.mark.django_db


def test_publishing_an_article_makes_one_change(vantor: Branch) -> None:
    before = version(vantor)
    make_article(vantor, "Torgmöte på lördag")
    assert changes(vantor, before) == [("upsert", "/aktuellt/torgmöte-på-lördag/", "published")]
    assert_law()


def test_a_draft_changes_nothing(vantor: Branch) -> None:
    article = make_article(vantor)
    worker.drain()
    before = version(vantor)
    article.title = "Ändrad men inte publicerad"
    article.save_revision()
    assert changes(vantor, before) == []
    assert "inte publicerad" not in body_of(article)
    assert_law()


def test_publishing_without_a_change_of_bytes_writes_no_change(vantor: Branch) -> None:
    article = make_article(vantor)
    worker.drain()
    before = version(vantor)
    with publishing() as batch:
        batch.note("page", article.pk)
    assert changes(vantor, before) == []
    assert not Touch.objects.exists()


def test_what_mentions_a_page_follows_its_new_title(vantor: Branch) -> None:
    target = make_page(vantor, "Kontakt")
    mention = make_page(vantor, "Om oss", body=[("button", {"label": "Hör av dig", "link": {"page": target}})])
    worker.drain()
    target.title = "Kontakta styrelsen"
    publish(target)
    assert "Kontakta styrelsen" not in body_of(mention)
    assert_law()
    assert "Kontakta styrelsen" in body_of(mention)


def test_a_link_to_a_draft_comes_alive_when_it_is_published(vantor: Branch) -> None:
    from articles.models import Article

    draft = vantor.index.add_child(instance=Article(title="Hemlig titel", live=False))
    mention = make_page(vantor, body=[text(link_to(draft))])
    assert "Hemlig titel" not in body_of(mention)
    assert "data-id" not in body_of(mention)
    publish(draft)
    assert_law()
    assert "data-id" in body_of(mention)


def test_a_new_unit_and_a_renamed_one_reach_frames_and_pages(vantor: Branch, varmland: Branch) -> None:
    from organisation.models import OrganisationPage, Unit

    page = publish(varmland.home.add_child(instance=OrganisationPage(title="Organisationen", unit=varmland.unit)))
    Unit.objects.create(name="Karlstad", slug="karlstad", kind="branch", parent=varmland.unit)
    assert_law()
    assert "Karlstad" in body_of(page)
    varmland.unit.name = "Värmlands distrikt"
    varmland.unit.save()
    assert_law()
    assert "Värmlands distrikt" in body_of(page)


def test_a_renamed_tag_and_a_new_author_are_seen(vantor: Branch) -> None:
    from taggit.models import Tag

    article = make_article(vantor)
    article.tags.add("torget")
    publish(article)
    worker.drain()
    tag = Tag.objects.get(name="torget")
    tag.name = "marknadstorget"
    tag.save()
    article.authors.model.objects.create(article=article, name="Exempel Exempelsson")
    assert_law()
    assert "marknadstorget" in body_of(article)
    assert "Exempel Exempelsson" in body_of(article)


def test_numbers_rise_without_gaps(vantor: Branch) -> None:
    for title in ("Ett", "Två", "Tre"):
        make_article(vantor, title)
    numbers = list(Change.objects.filter(site=vantor.site).order_by("seq").values_list("seq", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


def test_raw_sql_is_found_by_verify_and_mended_by_publish_all(vantor: Branch) -> None:
    article = make_article(vantor)
    worker.drain()
    Page.objects.filter(pk=article.pk).update(title="Bakvägen")
    assert list(rebuild.differences())
    with transaction.atomic():
        for _ in rebuild.publish_all():
            pass
    assert_law()
    assert "Bakvägen" in body_of(article)


@pytest.mark.parametrize("chosen", [False, True])
def test_the_page_says_what_its_image_shows_where_it_is_shared_too(vantor: Branch, chosen: bool) -> None:
    """The words belong to the use; another image for sharing has its own."""
    image = pictures.site_image(pictures.phone_photo(80, 60), is_decorative=True)
    other = pictures.site_image(pictures.phone_photo(60, 80), description="Ett torg")
    for one in (image, other):
        build_ladder(one)
    page = make_page(vantor, image=image, image_alt="Två personer", seo_image=other if chosen else None)
    body = json.loads(body_of(page))
    assert (body["image"]["alt"], body["image"]["decorative"]) == ("Två personer", False)
    shared = body["seo"]["image"]
    assert (shared["alt"], shared["decorative"]) == ("Ett torg" if chosen else "Två personer", False)


def test_a_draft_of_a_hidden_page_renders_nothing_below_it(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    """The editor saves by itself every few seconds."""
    above = make_page(vantor, "Dold")
    make_page(vantor, "Synlig", under=above)
    above.unpublish()
    worker.drain()
    above.refresh_from_db()
    above.title = "Ett annat namn"
    rendered: list[object] = []
    real = flush.render
    monkeypatch.setattr(flush, "render", lambda key, *rest: rendered.append(key) or real(key, *rest))
    above.save_revision()
    assert rendered == []
    assert_law()
