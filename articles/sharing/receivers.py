"""Receivers: what says who carries an article. They only note what must be placed anew."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import Signal
from wagtail.models import Site

from articles.models import Article, Carriage, Offer, Share, Subscription
from articles.sharing.neighbours import carried_on, shared_articles, together
from cms.pipeline.publish.batch import Placing
from cms.pipeline.publish.models import Reason
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend
from organisation.models import Unit


def connect() -> None:
    """Listen to all that carriers() reads."""
    for model, receiver in {Share: _share, Offer: _offer, Carriage: _carriage, Subscription: _subscription}.items():
        for signal in (post_save, post_delete):
            signal.connect(receiver, sender=model, dispatch_uid=f"grenverk.sharing.{model.__name__}")
    m2m_changed.connect(_chosen, sender=Share.chosen.through, dispatch_uid="grenverk.sharing.chosen")
    pre_save.connect(_unit_moves, sender=Unit, dispatch_uid="grenverk.sharing.unit_moves")
    post_save.connect(_unit, sender=Unit, dispatch_uid="grenverk.sharing.unit")
    post_delete.connect(_unit_deleted, sender=Unit, dispatch_uid="grenverk.sharing.unit_deleted")
    post_save.connect(_frontend, sender=Frontend, dispatch_uid="grenverk.sharing.frontend")
    pre_delete.connect(_frontend_leaves, sender=Frontend, dispatch_uid="grenverk.sharing.frontend_leaves")
    post_delete.connect(_frontend_deleted, sender=Frontend, dispatch_uid="grenverk.sharing.frontend_deleted")
    post_save.connect(_site, sender=Site, dispatch_uid="grenverk.sharing.site")


def _share(instance: Share, signal: Signal, raw: bool = False, **kwargs: Any) -> None:
    gone = signal is post_delete or instance.recalled_at
    _place(instance.article_id, Placing(reason=Reason.RECALLED if gone else Reason.SHARED), raw=raw)


def _chosen(instance: Share, **kwargs: Any) -> None:
    _place(instance.article_id, Placing(reason=Reason.RECALLED))


def _offer(instance: Offer, raw: bool = False, **kwargs: Any) -> None:
    _place(instance.article_id, Placing(reason=Reason.RECALLED), raw=raw)


def _carriage(instance: Carriage, raw: bool = False, **kwargs: Any) -> None:
    _place(instance.article_id, Placing(frozenset([instance.frontend.site_id])), raw=raw)


def _place(article: int, placing: Placing, *, raw: bool = False) -> None:
    if not raw:
        with publishing() as batch:
            batch.place("page", article, placing)


def _subscription(instance: Subscription, raw: bool = False, **kwargs: Any) -> None:
    """All that the sender shares, on the receiver's site."""
    if not raw:
        root = instance.sender.site.root_page.path
        sent = Article.objects.filter(path__startswith=root, live=True, share__isnull=False)
        _place_all((pk, instance.receiver.site_id) for pk in sent.values_list("pk", flat=True))


def _unit_moves(instance: Unit, raw: bool = False, **kwargs: Any) -> None:
    """What tells who stands above whom, and on which site, as it was."""
    instance.place_before = Unit.objects.filter(pk=instance.pk).values_list("parent", "kind", "frontend").first()


def _unit(instance: Unit, raw: bool = False, **kwargs: Any) -> None:
    if not raw and instance.place_before != (instance.parent_id, instance.kind, instance.frontend_id):
        _regroup(instance, instance.place_before[2] if instance.place_before else None)


def _unit_deleted(instance: Unit, **kwargs: Any) -> None:
    _regroup(instance, None)


def _regroup(unit: Unit, former: int | None) -> None:
    """It and what lies below it stand elsewhere now: they carry other articles, and theirs are carried by others."""
    below = Unit.objects.filter(Q(pk=unit.pk) | Q(parent=unit.pk) | Q(parent__parent=unit.pk), frontend__isnull=False)
    sites = set(below.values_list("frontend__site", flat=True))
    sites |= set(Frontend.objects.filter(pk__in=[former, unit.frontend_id]).values_list("site", flat=True))
    if not sites:
        return
    roots = Frontend.objects.filter(site__in=sites).values_list("site__root_page__path", flat=True)
    shared = list(shared_articles())
    _place_all((pk, site_id) for pk in shared for site_id in sites)
    with publishing() as batch:
        for root in roots:
            own = Article.objects.filter(path__startswith=root, live=True, share__isnull=False)
            for pk in own.values_list("pk", flat=True):
                batch.place("page", pk, Placing())


def _frontend(instance: Frontend, raw: bool = False, **kwargs: Any) -> None:
    """Its address and its name stand on all that it carries."""
    if not raw:
        _place_all(carried_on(instance.site_id))


def _frontend_leaves(instance: Frontend, **kwargs: Any) -> None:
    """What it carries, while somebody knows."""
    instance.carried_before = list(carried_on(instance.site_id))


def _frontend_deleted(instance: Frontend, **kwargs: Any) -> None:
    _place_all(instance.carried_before)


def _site(instance: Site, raw: bool = False, **kwargs: Any) -> None:
    """It may begin at another page now, and have other lists."""
    if not raw:
        _place_all((pk, instance.pk) for pk in {*shared_articles(), *(pk for pk, _ in carried_on(instance.pk))})


def _place_all(pairs: Iterable[tuple[int, int]]) -> None:
    found = together(pairs)
    if found:
        with publishing() as batch:
            for key, placing in found.items():
                batch.place(*key, placing)
