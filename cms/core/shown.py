"""Where a page shows: the sites that carry it, and its address there."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.encoding import uri_to_iri

from cms.pipeline.publish.houses import Houses
from cms.pipeline.publish.models import Placement


@dataclass(frozen=True)
class Shown:
    """One site where a page shows: the site's name, and the page's address as a link and as one reads it."""

    site: str
    url: str
    readable: str


def where_shown(pks: Collection[int]) -> dict[int, list[Shown]]:
    """By page: its own site first, then those it is shared with. Nothing for a page that is not public.

    A query for the placements and two for the sites, however many pages are asked for.
    """
    rows = Placement.objects.filter(kind="page", publication__identity__object_id__in=pks)
    found: dict[int, list[Shown]] = defaultdict(list)
    houses = Houses()
    for page, site_id, url in rows.order_by("shared", "site").values_list(
        "publication__identity__object_id", "site", "url"
    ):
        house = houses.get(site_id)
        if house:
            found[page].append(Shown(house.name, url, uri_to_iri(url)))
    return found
