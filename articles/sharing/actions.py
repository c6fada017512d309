"""Actions: what editors do with articles of theirs and of others. Each in one transaction, and in the log."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.log_actions import log

from articles.models import Answer, Article, ArticleIndex, Carriage, Choice, Mode, Offer, Share, Subscription
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend
from organisation.models import Unit

SHARED, RECALLED, OFFERED = "articles.shared", "articles.recalled", "articles.offered"
TAKEN, HIDDEN, DRESSED = "articles.taken", "articles.hidden", "articles.dressed"
LOGGED = {
    SHARED: ("Visa på fler webbplatser", "Ändrade var den visas"),
    RECALLED: ("Dra tillbaka överallt", "Drog tillbaka den överallt"),
    OFFERED: ("Erbjud", "Erbjöd den uppåt"),
    TAKEN: ("Ta in", "Togs in på en annan webbplats"),
    HIDDEN: ("Dölj här", "Doldes på en annan webbplats"),
    DRESSED: ("Egen inledning", "Fick något eget runt sig på en annan webbplats"),
}


def share(article: Article, reach: str, by: Any, *, chosen: Collection[Unit] = (), noindex: bool = False) -> Share:
    """Say how far it goes. One that was recalled goes out again."""
    with publishing():
        found = Share.objects.filter(article=article).first() or Share(article=article)
        if found.shared_at is None or found.recalled_at or found.reach != reach:
            found.shared_at = timezone.now()
        found.reach, found.noindex = reach, noindex
        found.recalled_at, found.recalled_by, found.recall_reason = None, None, ""
        found.save()
        found.chosen.set(chosen)
        log(article, SHARED, user=by, data={"reach": found.get_reach_display()})
    return found


def offer(article: Article, units: Collection[Unit], by: Any) -> None:
    """Hold it out to these units, and to no others that have not answered yet."""
    with publishing():
        if not Share.objects.filter(article=article).exists():
            Share.objects.create(article=article, shared_at=timezone.now())
        Offer.objects.filter(article=article, answer=Answer.WAITING).exclude(unit__in=units).delete()
        for unit in units:
            _, is_new = Offer.objects.get_or_create(
                article=article, unit=unit, defaults={"offered_at": timezone.now(), "offered_by": by}
            )
            if is_new:
                log(article, OFFERED, user=by, data={"to": unit.name})


def recall(article: Article, reason: str, by: Any) -> None:
    """Off every site that carries it, at once; nobody but its home can bring it back."""
    with publishing():
        found = Share.objects.select_for_update().get(article=article)
        found.recalled_at, found.recalled_by, found.recall_reason = timezone.now(), by, reason
        found.save()
        Offer.objects.filter(article=article).delete()
        log(article, RECALLED, user=by, data={"reason": reason})


def take(article: Article, frontend: Frontend, by: Any) -> None:
    """Show it on this site. An offer is accepted by it."""
    with publishing():
        _choose(article, frontend, Choice.TAKEN, by)
        _answer(article, frontend, Answer.ACCEPTED, by)
        log(article, TAKEN, user=by, data={"site": frontend.name})


def hide(article: Article, frontend: Frontend, by: Any) -> None:
    """Do not show it on this site. An offer that waits is declined by it."""
    with publishing():
        _choose(article, frontend, Choice.HIDDEN, by)
        _answer(article, frontend, Answer.DECLINED, by)
        log(article, HIDDEN, user=by, data={"site": frontend.name})


def dress(
    article: Article,
    frontend: Frontend,
    by: Any,
    *,
    pinned: bool,
    introduction: str,
    shown_at: datetime | None,
    under: ArticleIndex | None,
) -> None:
    """Set what a site says and decides of its own around it."""
    with publishing():
        values = {"pinned": pinned, "introduction": introduction, "shown_at": shown_at, "under": under}
        Carriage.objects.update_or_create(article=article, frontend=frontend, defaults=values | {"changed_by": by})
        log(article, DRESSED, user=by, data={"site": frontend.name})


def subscribe(receiver: Frontend, sender: Frontend, mode: str) -> None:
    """Say what a site does with all that another one shares."""
    Subscription.objects.update_or_create(receiver=receiver, sender=sender, defaults={"mode": Mode(mode)})


def _choose(article: Article, frontend: Frontend, choice: Choice, by: Any) -> None:
    values: dict[str, Any] = {"choice": choice, "changed_by": by}
    if choice is Choice.TAKEN:
        values["taken_at"] = timezone.now()
    Carriage.objects.update_or_create(article=article, frontend=frontend, defaults=values)


def _answer(article: Article, frontend: Frontend, answer: Answer, by: Any) -> None:
    for found in Offer.objects.filter(article=article, unit__frontend=frontend):
        if found.answer != Answer.DECLINED or answer is Answer.ACCEPTED:
            found.answer, found.answered_at, found.answered_by = answer, timezone.now(), by
            found.save()
