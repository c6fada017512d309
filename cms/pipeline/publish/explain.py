"""What a page is made of, and what its publishing reaches. Reading only: nothing is rendered."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from cms.pipeline.publish import mentions
from cms.pipeline.publish.context import Key
from cms.pipeline.publish.models import Dependency, Identity, Placement, Publication

NAMED = 20  # of those that mention a page


@dataclass(frozen=True)
class Reach:
    """What the publishing of one page touches, itself left out.

    `mentioning` is how many things of each kind show something of it and render again; `sites` is where those and
    the page itself are seen.
    """

    mentioning: dict[str, int]
    sites: frozenset[int]


@dataclass(frozen=True)
class Explanation:
    """One page as the pipeline knows it. `publication` is None for what nobody may see."""

    key: Key
    identity: UUID | None
    publication: Publication | None
    placements: list[Placement]
    dependencies: list[Key]
    reach: Reach
    mentioning: list[Key]  # the first of those that it reaches


def reach(key: Key, *, but_below: str = "") -> Reach:
    """Two queries, however many things mention it.

    `but_below`: a tree path. What lies below it is left out: that shows no more of it than its title and address.
    """
    kind, pk = key
    mentioning = Q(publication__dependencies__kind=kind, publication__dependencies__object_id=pk)
    if but_below:
        mentioning &= ~Q(tree_path__startswith=but_below)
    itself = Q(publication__identity__kind=kind, publication__identity__object_id=pk)
    rows = Placement.objects.filter(mentioning | itself).values_list("publication", "kind", "site").distinct()
    own = Identity.objects.filter(kind=kind, object_id=pk).values_list("pk", flat=True).first()
    kinds: dict[UUID, str] = {publication: of for publication, of, _ in rows if publication != own}
    counted = {of: list(kinds.values()).count(of) for of in sorted(set(kinds.values()))}
    return Reach(counted, frozenset(site for _, _, site in rows))


def explain(key: Key) -> Explanation:
    identity = Identity.objects.filter(kind=key[0], object_id=key[1]).first()
    publication = Publication.objects.filter(identity=identity).first() if identity else None
    placements = list(publication.placements.order_by("shared", "site")) if publication else []
    depends = Dependency.objects.filter(publication=publication).order_by("kind", "object_id") if publication else ()
    return Explanation(
        key,
        identity.uuid if identity else None,
        publication,
        placements,
        [(one.kind, one.object_id) for one in depends],
        reach(key),
        sorted(mentions.mentioning(*key))[:NAMED],
    )


def find(words: str) -> Key | None:
    """The page that is meant by a number in the admin, an id of the API, or an address; None if there is none."""
    if words.isdecimal():
        return "page", int(words)
    pages = Identity.objects.filter(kind="page")
    try:
        found = pages.filter(uuid=UUID(words)).first()
    except ValueError:
        found = pages.filter(publication__placements__url=words).first()
    return ("page", found.object_id) if found else None
