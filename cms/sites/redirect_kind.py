"""Redirects as publishable things: placed on their site, public while what they lead to is."""

from collections.abc import Collection, Iterator
from uuid import UUID

from pydantic import Field

from cms.core.links import AddressLink, PageLink, UnavailableLink
from cms.core.references import page_link
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.kinds import Placed, Rendered, Seen, Spot
from cms.pipeline.publish.models import Dependency
from cms.pipeline.publish.paths import encoded_address, path_key
from cms.pipeline.publish.shape import Shape
from cms.sites import redirect_route
from cms.sites.models import Redirect


class RedirectContent(Shape):
    """An old address and where it leads, chains followed to their end. `from` has its query, if it asks for one."""

    id: UUID
    from_: str = Field(alias="from")
    to: PageLink | AddressLink | UnavailableLink
    permanent: bool


class RedirectKind:
    """A redirect shows where the last of its chain leads; in a circle, or to what is not public, it leads nowhere."""

    name = "redirect"
    by_itself = True

    def load(self, pks: Collection[int]) -> dict[int, Redirect]:
        return {redirect.pk: redirect for redirect in Redirect.objects.filter(pk__in=pks).select_related("frontend")}

    def render(self, redirect: Redirect, context: RenderContext) -> Rendered | None:
        seen, to = self._place(redirect, context), self._to(redirect, context)
        if seen is None or to is None:
            return None
        identity = context.identity(self.name, redirect.pk)
        content = RedirectContent.model_validate(
            {"id": identity, "from": redirect.path, "to": to, "permanent": redirect.permanent}
        )
        return Rendered(body=content, **vars(seen))

    def see(self, redirect: Redirect, context: RenderContext) -> Seen | None:
        return self._place(redirect, context) if self._to(redirect, context) else None

    def _place(self, redirect: Redirect, context: RenderContext) -> Seen | None:
        house = context.houses.get(redirect.frontend.site_id)
        if house is None or redirect_route.shadowed(redirect):
            return None
        url = house.base_url + encoded_address(redirect.path)
        return Seen(type=self.name, placements=(Placed(site_id=house.site_id, path=redirect.path, url=url),))

    def _to(self, redirect: Redirect, context: RenderContext) -> PageLink | AddressLink | None:
        steps = list(redirect_route.chain(redirect, context.houses))
        for step in steps[1:]:
            context.depend(self.name, step.pk)
        last = redirect_route.end(steps)
        if last is None:
            return None
        page = last.page_id or redirect_route.page_that_moved_in(last.url, context.houses)
        if page:
            link = page_link(page, context)
            if isinstance(link, PageLink) or last.page_id:
                return link if isinstance(link, PageLink) else None
        return AddressLink(kind="external", url=last.url, title=last.url) if last.url else None

    def all_pks(self) -> Iterator[int]:
        yield from Redirect.objects.order_by("pk").values_list("pk", flat=True)

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        return {}


def follow(pages: Collection[int], spots: Collection[Spot]) -> set[int]:
    """The redirects that lead to these pages or stand on these spots, and all that lead on to those."""
    led = Redirect.objects.filter(page__in=pages)
    sites, keys = {site_id for site_id, _ in spots}, {path_key(path) for _, path in spots}
    standing = Redirect.objects.filter(frontend__site__in=sites, path_key__in=keys)
    found = {one.pk: one for one in (*led.only("path"), *standing.only("path"))}
    # A page that was just deleted is named by no redirect any more, but shown by what they were published as.
    shown = Dependency.objects.filter(kind="page", object_id__in=pages, publication__kind=RedirectKind.name)
    named = set(shown.values_list("publication__identity__object_id", flat=True))
    steps = {*keys, *(one.step for one in found.values())}
    return {*found, *named, *redirect_route.leading_to(steps)}
