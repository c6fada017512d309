"""Inbox: what other sites hold out to one site, and what it shows of theirs."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from articles.models import Answer, Article, Carriage, Choice, Mode, Offer, Reach, Subscription
from articles.sharing.beside import with_shares
from articles.sharing.carriers import Carrier, State, reached
from articles.sharing.federation import Federation, Member
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import Houses
from cms.pipeline.publish.models import Placement
from cms.sites.models import Frontend
from organisation.models.unit import BRANCH


@dataclass(frozen=True)
class Held:
    """An article of another site, what this one does with it, and where it is read: here or at home."""

    article: Article
    sender: Frontend
    state: State
    carrier: Carrier
    url: str

    @property
    def carriage(self) -> Carriage | None:
        return self.carrier.carriage


def reaching(receiver: Member, federation: Federation) -> "QuerySet[Article]":
    """The published articles of others that reach the site, newest first."""
    roots = Frontend.objects.filter(unit__in=receiver.above).values_list("site__root_page__path", flat=True)
    above = Q()
    for root in roots:
        above |= Q(path__startswith=root)
    reach = Q(share__reach=Reach.CHOSEN, share__chosen=receiver.unit) | Q(offers__unit=receiver.unit)
    if above:
        reach |= Q(share__reach=Reach.BELOW) & above
    if receiver.kind == BRANCH:
        reach |= Q(share__reach=Reach.BRANCHES)
    found = Article.objects.filter(reach, live=True, share__recalled_at=None, share__isnull=False)
    return Article.objects.filter(pk__in=found.values("pk")).order_by("-share__shared_at", "-pk")


def waiting(receiver: Member, federation: Federation) -> "QuerySet[Article]":
    """Those of them that nobody has answered, of senders whose articles are chosen one by one."""
    modes = {member.frontend: federation.mode(receiver, member) for member in senders(receiver, federation)}
    decided = [frontend for frontend, mode in modes.items() if mode != Mode.CHOOSE]
    refused = [frontend for frontend, mode in modes.items() if mode == Mode.NOTHING]
    offered = Q(offers__unit=receiver.unit, offers__answer=Answer.WAITING)
    answered = Carriage.objects.filter(frontend=receiver.frontend).exclude(choice=Choice.NONE).values("article")
    settled = Offer.objects.filter(unit=receiver.unit).exclude(answer=Answer.WAITING).values("article")
    found = reaching(receiver, federation).exclude(pk__in=answered).exclude(pk__in=settled).exclude(_below(refused))
    return found.filter(pk__in=Article.objects.filter(offered | ~_below(decided)).values("pk"))


def shown(receiver: Member) -> "QuerySet[Article]":
    """Those that the site shows."""
    rows = Placement.objects.filter(site=receiver.site_id, kind="page", shared=True)
    pks = rows.values("publication__identity__object_id")
    return Article.objects.filter(pk__in=pks).order_by("-share__shared_at", "-pk")


def hidden(receiver: Member, federation: Federation) -> "QuerySet[Article]":
    said = Carriage.objects.filter(frontend=receiver.frontend, choice=Choice.HIDDEN)
    return reaching(receiver, federation).filter(pk__in=said.values("article"))


def senders(receiver: Member, federation: Federation) -> list[Member]:
    """Those that stand above, those about which something is said, and those that hold something out now."""
    said = set(Subscription.objects.filter(receiver=receiver.frontend).values_list("sender", flat=True))
    houses = Houses()
    paths = reaching(receiver, federation).values_list("path", "url_path")
    holding = {address.house.site_id for path, url in paths if (address := houses.locate(path, url))}
    return [
        one
        for one in federation.members
        if one != receiver and (one.frontend in said or one.unit in receiver.above or one.site_id in holding)
    ]


def _below(frontends: list[int]) -> Q:
    """On these sites; on none if there are none."""
    found = Q(pk__in=[])
    for root in Frontend.objects.filter(pk__in=frontends).values_list("site__root_page__path", flat=True):
        found |= Q(path__startswith=root)
    return found


def held(frontend: Frontend, articles: "QuerySet[Article]") -> list[Held]:
    """These articles, as the site holds them; what is private or its own is left out."""
    context = RenderContext()
    federation = Federation.of(context)
    receiver = federation.on(frontend.site_id)
    if receiver is None:
        return []
    read = with_shares(articles)
    urls = _urls(frontend, read)
    senders = Frontend.objects.in_bulk()
    found = []
    for article in read:
        address = context.houses.locate(article.path, article.url_path)
        if address is None or context.private(article.path):
            continue
        home = federation.on(address.house.site_id)
        carrier = next(reached(article, home, federation, frozenset([frontend.site_id])), None) if home else None
        if home and carrier:
            url = urls.get(article.pk, address.url)
            found.append(Held(article, senders[home.frontend], carrier.state, carrier, url))
    return found


def _urls(frontend: Frontend, articles: list[Article]) -> dict[int, str]:
    pks = [article.pk for article in articles]
    rows = Placement.objects.filter(
        site=frontend.site_id, kind="page", shared=True, publication__identity__object_id__in=pks
    )
    return dict(rows.values_list("publication__identity__object_id", "url"))
