"""How far the publishing of a page reaches, in an editor's words."""

from wagtail.models import Page

from cms.pipeline.publish import explain
from cms.pipeline.publish.explain import Reach
from cms.pipeline.publish.houses import Houses

WHEN = "När det publiceras syns det på"


def told(page: Page | None) -> str:
    """Such as "Det här syns på 3 webbplatser och ändrar 14 sidor."; nothing for a page that stands on no site."""
    if page is None or not page.pk:
        return ""
    houses = Houses()
    address = houses.locate(page.path, page.url_path)
    if address is None:
        return ""
    reached = explain.reach(("page", page.pk), but_below="" if _is_renamed(page) else page.path)
    names = [house.name for site in reached.sites if (house := houses.get(site))]
    where = address.house.name if len(names) < 2 else f"{len(names)} webbplatser"
    begins = "Det här syns på" if page.live else WHEN
    return f"{begins} {where}{_changed(reached)}."


def _is_renamed(page: Page) -> bool:
    """Whether the pages below will show it otherwise: in their breadcrumbs and their addresses."""
    return not Page.objects.filter(pk=page.pk, live=True, title=page.title, slug=page.slug).exists()


def told_of_new(parent: Page | None) -> str:
    """The same for a page that is not there yet: nothing mentions it, so it changes no other."""
    address = Houses().locate(parent.path, parent.url_path) if parent else None
    return f"{WHEN} {address.house.name}." if address else ""


def _changed(reached: Reach) -> str:
    pages, frames = reached.mentioning.get("page", 0), reached.mentioning.get("frame", 0)
    parts = []
    if pages:
        parts.append("1 sida" if pages == 1 else f"{pages} sidor")
    if frames:
        parts.append("menyerna på 1 webbplats" if frames == 1 else f"menyerna på {frames} webbplatser")
    return f" och ändrar {' och '.join(parts)}" if parts else ""
