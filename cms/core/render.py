"""Rendering a page: what front ends may see of it, and where."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import override

from cms.core import references, shapes
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import STEP, Address
from cms.pipeline.publish.kinds import Placed, Rendered, Seen

if TYPE_CHECKING:
    from cms.core.page import BasePage

HOME_CRUMB = {"sv": "Hem", "en": "Home", "fi": "Etusivu"}


def render_page(page: "BasePage", address: Address, context: RenderContext) -> Rendered:
    """The publication of a page; of a draft too."""
    context.site_id = address.house.site_id
    with override(page.locale.language_code):
        card = page.card_members(address, context)
        content = page.Content(**card, **page.members(address, context))
    return Rendered(body=content, card=shapes.CardContent(**card), **vars(see_page(page, address, context)))


def see_page(page: "BasePage", address: Address, context: RenderContext) -> Seen:
    """A page's placements: on its home site, and on those that carry it."""
    crumbs, parent = _above(page, address, context)
    shown_at = page.published_time() or (datetime.now(UTC) if context.preview else datetime.fromtimestamp(0, UTC))
    placed = Placed(
        site_id=address.house.site_id,
        overlay=shapes.OnSite(
            site=address.house.slug,
            path=address.path,
            url=address.url,
            shared=None,
            introduction=None,
            pinned=False,
            shown_at=shown_at,
        ),
        page_overlay=shapes.PageOnSite(breadcrumbs=crumbs),
        language=page.locale.language_code,
        path=address.path,
        url=address.url,
        parent=parent,
        tree_path=page.path,
        title=page.title,
        shown_at=shown_at,
        published_at=page.published_time(),
        updated_at=page.last_published_at,
        noindex=page.noindex,
        tags=tuple((tag.slug, tag.name) for tag in page.wire_tags(context)),
    )
    return Seen(
        type=page.wire_type, anchor=f"{address.url} {page.path}", placements=(placed, *page.carried(placed, context))
    )


def _above(page: "BasePage", address: Address, context: RenderContext) -> tuple[list[shapes.Crumb], UUID | None]:
    """The breadcrumbs from the start page on, and the identity of the parent if it is public."""
    root = address.root.tree_path
    steps = [page.path[:end] for end in range(len(root), len(page.path), STEP)]
    pks, crumbs, parent = crumbs_of(root, steps, context)
    for pk in pks:
        context.depend("page", pk)
    return crumbs, parent


def crumbs_of(root: str, steps: list[str], context: RenderContext) -> tuple[list[int], list[shapes.Crumb], UUID | None]:
    """The pages at these steps of the tree, the public ones' crumbs, and the identity of the last if it is public."""
    return context.once(("above", *steps), lambda: _crumbs(root, steps, context))


def _crumbs(root: str, steps: list[str], context: RenderContext) -> tuple[list[int], list[shapes.Crumb], UUID | None]:
    crumbs: list[shapes.Crumb] = []
    parent: UUID | None = None
    above = references.pages_at(steps, context)
    for step in steps:
        ancestor = references.describe(above[step], context)
        parent = ancestor.id if ancestor else None
        if ancestor:
            title = HOME_CRUMB.get(ancestor.language, ancestor.title) if step == root else ancestor.title
            crumbs.append(shapes.Crumb(title=title, path=ancestor.address.path))
    return [above[step].pk for step in steps], crumbs, parent
