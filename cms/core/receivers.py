"""Receivers: they only note what was touched. Wagtail tells of most changes after the save, some twice."""

from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from modelcluster.fields import ParentalKey
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move, pre_page_move

from cms.core import language_paths, making_room
from cms.core.page_kind import live_below
from cms.media.models import SiteDocument, SiteImage
from cms.media.signals import ladder_built
from cms.pipeline.publish.models import Reason
from cms.pipeline.publish.publishing import note, publishing


def connect() -> None:
    """Listen to everything that pages, images and documents are made of."""
    post_save.connect(_page_saved, dispatch_uid="grenverk.page_saved")
    post_delete.connect(_page_deleted, dispatch_uid="grenverk.page_deleted")
    for signal in (post_save, post_delete):
        signal.connect(_part_changed, dispatch_uid="grenverk.part_changed")
        signal.connect(_tag_changed, sender=Tag, dispatch_uid="grenverk.tag_changed")
    page_published.connect(_page_published, dispatch_uid="grenverk.page_published")
    page_unpublished.connect(_page_unpublished, dispatch_uid="grenverk.page_unpublished")
    pre_page_move.connect(_page_moves, dispatch_uid="grenverk.page_moves")
    post_page_move.connect(_page_moved, dispatch_uid="grenverk.page_moved")
    post_save.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="grenverk.restricted")
    post_delete.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="grenverk.unrestricted")
    post_save.connect(_image_saved, sender=SiteImage, dispatch_uid="grenverk.image_saved")
    post_delete.connect(_image_deleted, sender=SiteImage, dispatch_uid="grenverk.image_deleted")
    post_save.connect(_document_saved, sender=SiteDocument, dispatch_uid="grenverk.document_saved")
    post_delete.connect(_document_deleted, sender=SiteDocument, dispatch_uid="grenverk.document_deleted")
    ladder_built.connect(_ladder_built, dispatch_uid="grenverk.ladder_built")


# What saving a draft writes into the page's own row. Nothing that is published shows any of it.
DRAFT = {"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"}


def _page_saved(instance: Model, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    if isinstance(instance, Page) and not raw and not (update_fields and update_fields <= DRAFT):
        _note_page(instance, Reason.CHANGED)


def _page_deleted(instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, Page) and instance.pk:
        with publishing() as batch:
            batch.note("page", instance.pk, Reason.DELETED)
            _note_translations(instance, batch)


def _part_changed(instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """What a page is made of besides its own row: authors, tags, whatever hangs on it by a ParentalKey."""
    for name in _parents(type(instance)):
        if not raw:
            note("page", getattr(instance, name))


@cache
def _parents(model: type[Model]) -> tuple[str, ...]:
    fields = model._meta.fields
    return tuple(f.attname for f in fields if isinstance(f, ParentalKey) and issubclass(f.related_model, Page))


def _tag_changed(instance: Tag, **kwargs: Any) -> None:
    note("tag", instance.pk)


def _page_published(instance: Page, **kwargs: Any) -> None:
    _note_page(instance, Reason.PUBLISHED)


def _page_unpublished(instance: Page, **kwargs: Any) -> None:
    _note_page(instance, Reason.EXPIRED if instance.expired else Reason.UNPUBLISHED)


def _page_moves(instance: Page, parent_page_after: Page, **kwargs: Any) -> None:
    if language_paths.is_taken(instance.slug, parent_page_after):
        words = "På den platsen börjar webbplatsen på ett annat språk: ge sidan en annan webbadress först."
        raise ValidationError({"slug": words})


def _page_moved(instance: Page, **kwargs: Any) -> None:
    # Wagtail hands out the page as it was before the move.
    moved = Page.objects.filter(pk=instance.pk).first()
    if moved:
        with publishing():
            making_room.follow(moved)
            _note_tree(moved, Reason.MOVED)


def _restriction_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page:
        _note_tree(page, Reason.RESTRICTED)


def _note_page(page: Page, reason: Reason) -> None:
    with publishing() as batch:
        batch.note("page", page.pk, reason)
        _note_translations(page, batch)
        if not page.live and page.numchild:
            # Its pages below stay public: they lose it from their breadcrumbs, or follow its new address.
            for pk in live_below(page):
                batch.note("page", pk, reached=True)


def _note_tree(page: Page, reason: Reason) -> None:
    with publishing() as batch:
        batch.note("page", page.pk, reason)
        for pk in live_below(page):
            batch.note("page", pk, reason, reached=True)


def _note_translations(page: Page, batch: Any) -> None:
    """A page names its translations, also one that has just come into being."""
    if page.pk in batch.translations:
        return  # who came since has said so
    batch.translations.add(page.pk)
    others = Page.objects.filter(translation_key=page.translation_key, live=True).exclude(pk=page.pk)
    for pk in others.values_list("pk", flat=True):
        batch.note("page", pk, reached=True)


def _image_saved(instance: SiteImage, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        note("image", instance.pk)


def _image_deleted(instance: SiteImage, **kwargs: Any) -> None:
    note("image", instance.pk, Reason.DELETED)


def _document_saved(instance: SiteDocument, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        note("file", instance.pk)


def _document_deleted(instance: SiteDocument, **kwargs: Any) -> None:
    note("file", instance.pk, Reason.DELETED)


def _ladder_built(image: SiteImage, **kwargs: Any) -> None:
    note("image", image.pk)
