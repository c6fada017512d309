"""Carriers: which sites show an article of another's, by what its home and they themselves have said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices

from articles.models.article import Article
from articles.models.carriage import Carriage, Choice
from articles.models.offer import Answer, Offer
from articles.models.share import Reach, Share
from articles.models.subscription import Mode
from articles.sharing.federation import Federation, Member
from organisation.models.unit import BRANCH

# What carriers() reads of an article, where many are loaded at once.
READ_TOGETHER = ("share__chosen", "carriages", "offers")


class State(TextChoices):
    """What has become of an article on a site that it reaches."""

    SHOWN = "shown", "Visas"
    WAITING = "waiting", "Väntar på svar"
    HIDDEN = "hidden", "Dold"
    DECLINED = "declined", "Tackade nej"
    REFUSED = "refused", "Tar inte in något från er"


@dataclass(frozen=True)
class Carrier:
    """A site that the article reaches, what it says of it, and since when it shows it."""

    member: Member
    state: State
    since: datetime
    carriage: Carriage | None
    offer: Offer | None


def carriers(
    article: Article, home: Member, federation: Federation, sites: frozenset[int] | None = None
) -> Iterator[Carrier]:
    """Those that show it."""
    return (one for one in reached(article, home, federation, sites) if one.state is State.SHOWN)


def reached(
    article: Article, home: Member, federation: Federation, sites: frozenset[int] | None = None
) -> Iterator[Carrier]:
    """All that may show it or are asked whether they want to; or those among these sites. In no certain order."""
    share = share_of(article)
    if share is None or share.recalled_at:
        return
    said = {carriage.frontend_id: carriage for carriage in article.carriages.all()}
    offers = {offer.unit_id: offer for offer in article.offers.all()}
    chosen = {unit.pk for unit in share.chosen.all()} if share.reach == Reach.CHOSEN else set()
    for member in federation.among(sites):
        offer = offers.get(member.unit) if member.unit in home.above else None
        reaches = _reaches(share, chosen, home, member)
        if member == home or not (offer or reaches):
            continue
        carriage = said.get(member.frontend)
        state, since = _state(share if reaches else None, offer, carriage, federation.mode(member, home))
        since = max(since or share.shared_at, share.shared_at, article.first_published_at or share.shared_at)
        yield Carrier(member, state, since, carriage, offer)


def share_of(article: Article) -> Share | None:
    """What its home says of it; None if it never said anything."""
    return getattr(article, "share", None)


def _reaches(share: Share, chosen: set[int], home: Member, member: Member) -> bool:
    """Whether its home lets the member show it."""
    if share.reach == Reach.BELOW:
        return home.unit in member.above
    return member.kind == BRANCH if share.reach == Reach.BRANCHES else member.unit in chosen


def _state(
    share: Share | None, offer: Offer | None, carriage: Carriage | None, mode: str
) -> tuple[State, datetime | None]:
    """What the receiver does, and since when; `share` is None where only an offer reaches it."""
    choice = carriage.choice if carriage else Choice.NONE
    if mode == Mode.NOTHING:
        return State.REFUSED, None
    if choice == Choice.HIDDEN:
        return State.HIDDEN, None
    if offer and offer.answer == Answer.ACCEPTED:
        return State.SHOWN, offer.answered_at
    if share and mode == Mode.ALL:
        return State.SHOWN, share.shared_at
    if share and carriage and choice == Choice.TAKEN:
        return State.SHOWN, carriage.taken_at
    declined = offer is not None and offer.answer == Answer.DECLINED and share is None
    return (State.DECLINED if declined else State.WAITING), None
