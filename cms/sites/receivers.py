"""Receivers: what a frame and a site's addresses are made of."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, Site

from cms.core.page_kind import live_below
from cms.pipeline.publish import number
from cms.pipeline.publish.models import Reason
from cms.pipeline.publish.publishing import note, publishing
from cms.sites import cache_tags, redirect_route
from cms.sites.models import Frontend, FrontendOrigin, PastSlug, Redirect
from cms.sites.purge import notes


def connect() -> None:
    """Listen to front ends and Wagtail Sites."""
    post_save.connect(_frontend_saved, sender=Frontend, dispatch_uid="grenverk.frontend_saved")
    pre_delete.connect(_frontend_leaves, sender=Frontend, dispatch_uid="grenverk.frontend_leaves")
    post_delete.connect(_frontend_deleted, sender=Frontend, dispatch_uid="grenverk.frontend_deleted")
    pre_save.connect(_root_leaves, sender=Site, dispatch_uid="grenverk.root_leaves")
    post_save.connect(_site_saved, sender=Site, dispatch_uid="grenverk.site_saved")
    for signal in (post_save, post_delete):
        signal.connect(_origins_changed, sender=FrontendOrigin, dispatch_uid="grenverk.origins_changed")
    post_save.connect(_renamed, sender=PastSlug, dispatch_uid="grenverk.site_renamed")
    post_save.connect(_redirect_saved, sender=Redirect, dispatch_uid="grenverk.redirect_saved")
    post_delete.connect(_redirect_deleted, sender=Redirect, dispatch_uid="grenverk.redirect_deleted")
    post_save.connect(_page_saved, dispatch_uid="grenverk.root_saved")


def _frontend_saved(instance: Frontend, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    with publishing() as batch:
        if created:
            number.begin(instance.site_id)
        batch.note("frame", instance.pk)
    notes.note([cache_tags.SITES])  # whether it is listed stands in no publication
    _forget_origins()


def _frontend_leaves(instance: Frontend, **kwargs: Any) -> None:
    """Without its front end a site has no address: remember its pages while their root is known."""
    instance.pages_left = _all_under(instance.site.root_page)


def _all_under(root: Page) -> list[int]:
    """The live pages of a site that begins here, in all its languages."""
    tops = Page.objects.filter(translation_key=root.translation_key)
    return [pk for top in tops for pk in (top.pk, *live_below(top))]


def _frontend_deleted(instance: Frontend, **kwargs: Any) -> None:
    with publishing() as batch:
        batch.note("frame", instance.pk, Reason.DELETED)
        for pk in getattr(instance, "pages_left", ()):
            batch.note("page", pk, Reason.UNPUBLISHED, reached=True)
        for pk in Redirect.objects.exclude(url="").values_list("pk", flat=True):
            batch.note("redirect", pk, reached=True)  # what led to the site leads out of the house now
        notes.note([cache_tags.site(instance.slug), cache_tags.SITES, cache_tags.UNITS])  # its log went with it
    _forget_origins()


def _root_leaves(instance: Site, **kwargs: Any) -> None:
    """A site that begins elsewhere leaves the pages under its old root: nothing else remembers whose they were."""
    old = Site.objects.filter(pk=instance.pk).exclude(root_page=instance.root_page_id).first()
    instance.pages_left = _all_under(old.root_page) if old else []


def _site_saved(instance: Site, raw: bool = False, **kwargs: Any) -> None:
    frontend = Frontend.objects.filter(site=instance).first()
    if frontend is None or raw:
        return
    with publishing() as batch:
        batch.note("frame", frontend.pk)
        for pk in instance.pages_left:
            batch.note("page", pk, reached=True)


def _redirect_saved(instance: Redirect, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        _note_redirect(instance, Reason.CHANGED)


def _redirect_deleted(instance: Redirect, **kwargs: Any) -> None:
    _note_redirect(instance, Reason.DELETED)


def _note_redirect(redirect: Redirect, reason: Reason) -> None:
    """It, and what leads on to where it stands or stood."""
    with publishing() as batch:
        batch.note("redirect", redirect.pk, reason)
        for pk in redirect_route.leading_to({redirect.step, *getattr(redirect, "left", ())}):
            batch.note("redirect", pk, reached=True)


def _page_saved(instance: Model, created: bool = False, **kwargs: Any) -> None:
    """The translation of a root opens a language of its site."""
    if created and isinstance(instance, Page):
        roots = Page.objects.filter(translation_key=instance.translation_key, sites_rooted_here__frontend__isnull=False)
        for pk in roots.exclude(pk=instance.pk).values_list("sites_rooted_here__frontend", flat=True):
            note("frame", pk)


def _origins_changed(instance: FrontendOrigin, **kwargs: Any) -> None:
    """Stored answers say which origin may read them: the site's, and those that belong to all sites."""
    _forget_origins()
    slugs = Frontend.objects.filter(pk=instance.frontend_id).values_list("slug", flat=True)
    of_all = [cache_tags.SITES, cache_tags.UNITS, cache_tags.RELEASE]
    notes.note([*(cache_tags.site(slug) for slug in slugs), *of_all])


def _renamed(instance: PastSlug, **kwargs: Any) -> None:
    """What was stored under the old name; the log speaks of the new one."""
    notes.note([cache_tags.site(instance.slug)])


def _forget_origins() -> None:
    from cms.sites.origins import forget

    forget()
