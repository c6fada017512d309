"""What sharing's tests are made of."""

from django.utils import timezone

from articles.models import Article, Carriage, Offer, Reach, Share, Subscription
from cms.pipeline.publish.models import Placement
from cms.pipeline.publish.publishing import publishing
from tests.build import Branch


def share(article: Article, reach: str = Reach.BELOW, *chosen: Branch, **fields: object) -> Share:
    """Say how far it goes."""
    with publishing():
        found, _ = Share.objects.update_or_create(
            article=article, defaults={"reach": reach, "shared_at": timezone.now(), "recalled_at": None} | fields
        )
        found.chosen.set([branch.unit for branch in chosen])
    return found


def recall(article: Article) -> None:
    found = Share.objects.get(article=article)
    found.recalled_at, found.recall_reason = timezone.now(), "Fel siffror."
    found.save()


def offer(article: Article, to: Branch, answer: str = "waiting") -> Offer:
    share_row = Share.objects.filter(article=article).first()
    if share_row is None:
        share(article, Reach.OWN)
    now = timezone.now()
    found, _ = Offer.objects.update_or_create(
        article=article, unit=to.unit, defaults={"answer": answer, "offered_at": now, "answered_at": now}
    )
    return found


def subscribe(receiver: Branch, sender: Branch, mode: str) -> None:
    Subscription.objects.update_or_create(receiver=receiver.frontend, sender=sender.frontend, defaults={"mode": mode})


def carry(article: Article, where: Branch, **fields: object) -> Carriage:
    found, _ = Carriage.objects.update_or_create(article=article, frontend=where.frontend, defaults=fields)
    return found


def shown(where: Branch) -> dict[str, str]:
    """The paths of the articles of others that a site shows, by title."""
    rows = Placement.objects.filter(site=where.site, shared=True).select_related("publication__identity")
    titles = Article.objects.in_bulk([row.publication.identity.object_id for row in rows])
    return {titles[row.publication.identity.object_id].title: row.path for row in rows}
