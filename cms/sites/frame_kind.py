"""Frames as publishable things: one for each front end, placed on its own site."""

from collections.abc import Collection, Iterator

from django.db.models import Q
from wagtail.models import Page

from cms.core.page_kind import live_below
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.kinds import Placed, Rendered, Seen
from cms.sites.frame import frame
from cms.sites.models import Frontend, Redirect


class FrameKind:
    """The frame is public with its front end. Its anchor is the site's address: all pages follow when it changes."""

    name = "frame"
    by_itself = True

    def load(self, pks: Collection[int]) -> dict[int, Frontend]:
        found = Frontend.objects.filter(pk__in=pks).select_related("site__root_page")
        return {frontend.pk: frontend for frontend in found}

    def render(self, frontend: Frontend, context: RenderContext) -> Rendered | None:
        house, seen = context.houses.get(frontend.site_id), self.see(frontend, context)
        if house is None or seen is None:
            return None
        content, entry = frame(frontend, house, context)
        return Rendered(body=content, card=entry, **vars(seen))

    def see(self, frontend: Frontend, context: RenderContext) -> Seen | None:
        house = context.houses.get(frontend.site_id)
        if house is None:
            return None
        # Not by their tree paths, which change when somebody reorders the doors of other sites.
        roots = " ".join(f"{root.prefix}{root.url_path}" for root in house.roots)
        return Seen(
            type="frame",
            anchor=f"{house.slug} {house.base_url} {roots}",
            placements=(Placed(site_id=frontend.site_id, url=f"{house.base_url}/"),),
        )

    def all_pks(self) -> Iterator[int]:
        yield from Frontend.objects.order_by("pk").values_list("pk", flat=True)

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        roots = Page.objects.filter(sites_rooted_here__frontend__in=pks)
        keys = roots.values("translation_key")
        tops = Page.objects.filter(translation_key__in=keys)
        # An address that a redirect leads to may have become one of ours, or no longer be.
        redirects = Redirect.objects.filter(Q(frontend__in=pks) | ~Q(url=""))
        return {
            "page": {pk for top in tops for pk in (top.pk, *live_below(top))},
            "redirect": set(redirects.values_list("pk", flat=True)),
        }
