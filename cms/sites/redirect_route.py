"""Where redirects lead: from one to the next, until a page or an address that no redirect stands at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from cms.pipeline.publish.houses import House, Houses
from cms.pipeline.publish.models import Identity, PastPath, Placement
from cms.pipeline.publish.paths import canonical_address, path_key
from cms.sites.models.redirect import Redirect


@dataclass(frozen=True)
class Place:
    """A path, perhaps with a query, on one of our own sites."""

    house: House
    address: str

    @property
    def path(self) -> str:
        return self.address.partition("?")[0]


def own_place(url: str, houses: Houses) -> Place | None:
    """Where on our own sites the address leads; None for any other."""
    parts, server = urlsplit(url), _server(url)
    for house in houses:
        if _server(house.base_url) == server:
            return Place(house, canonical_address(parts.path + (f"?{parts.query}" if parts.query else "")))
    return None


def _server(url: str) -> tuple[str, int | None]:
    """Whom a browser asks for this address: `https://vem@vantor.example.se:443` is the same as without."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = 0  # no port at all
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    return (parts.hostname or "").rstrip("."), None if port == usual else port


def page_that_moved_in(url: str, houses: Houses) -> int | None:
    """The page that lives at this address of ours, or once did: it is followed wherever it goes."""
    place = own_place(url, houses)
    if place is None or place.address != place.path or urlsplit(url).fragment:
        return None
    spot = {"site": place.house.site_id, "path_key": path_key(place.path)}
    stands = Placement.objects.filter(kind="page", **spot).values_list("publication", flat=True)
    identity = stands.first() or PastPath.objects.filter(**spot).values_list("identity", flat=True).first()
    found = Identity.objects.filter(kind="page", pk=identity) if identity else Identity.objects.none()
    return found.values_list("object_id", flat=True).first()


def page_stands_at(site_id: int, path: str) -> bool:
    """Whether a public page lives there. It wins over a redirect."""
    return Placement.objects.filter(site_id=site_id, path_key=path_key(path), kind="page").exists()


def shadowed(redirect: Redirect) -> bool:
    """Whether a page lives where the redirect stands; a query makes it another address than the page's."""
    return "?" not in redirect.path and page_stands_at(redirect.frontend.site_id, redirect.path)


def next_of(redirect: Redirect, houses: Houses, first: Redirect) -> Redirect | None:
    """The redirect that stands where this one leads; the exact address with its query comes first.

    `first`, with which the chain begins, counts as it is at hand: it may not be stored yet.
    """
    place = own_place(redirect.url, houses) if redirect.url else None
    if place is None:
        return None
    keys = list(dict.fromkeys([path_key(place.address), path_key(place.path)]))
    stored = Redirect.objects.filter(frontend__site=place.house.site_id, path_key__in=keys).exclude(pk=first.pk)
    found = list(stored.select_related("frontend"))
    if first.frontend.site_id == place.house.site_id:
        found.append(first)
    there = {one.path_key: one for one in found if not shadowed(one)}
    return next((there[key] for key in keys if key in there), None)


def chain(redirect: Redirect, houses: Houses) -> Iterator[Redirect]:
    """The redirect and what it leads on to; one that was there already comes last, a second time."""
    seen: set[tuple[int, str]] = set()
    current: Redirect | None = redirect
    while current is not None:
        yield current
        key = (current.frontend_id, current.path_key)
        if key in seen:
            return
        seen.add(key)
        current = next_of(current, houses, redirect)


def end(steps: list[Redirect]) -> Redirect | None:
    """The last of a chain; None if it leads round in a circle."""
    keys = [(one.frontend_id, one.path_key) for one in steps]
    return steps[-1] if len(set(keys)) == len(keys) else None


def leading_to(steps: Iterable[str]) -> set[int]:
    """All redirects that lead on to these paths (keys without queries), straight or through others."""
    found: set[int] = set()
    todo = set(steps)
    while todo:
        leading = Redirect.objects.filter(target_key__in=todo).exclude(pk__in=found)
        ahead = list(leading.only("path"))
        found |= {one.pk for one in ahead}
        todo = {one.step for one in ahead}
    return found
