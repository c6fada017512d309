"""What a redirect may be: from an address of its site where no page lives, to something, and never in a circle."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from cms.core.references import public_page
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.paths import canonical_address, path_key
from cms.sites import redirect_route
from cms.sites.models.frontend import Frontend
from cms.sites.models.redirect import Redirect

FORM = "Skriv den gamla adressen från och med snedstrecket, till exempel /om-oss/historia."
FOREIGN = "Adressen hör inte till webbplatsen. Skriv den från och med snedstrecket, till exempel /om-oss/historia."
LIVED_IN = "Där finns en publicerad sida, och den går före. Byt webbadress på sidan eller avpublicera den först."
TAKEN = "Det finns redan en omdirigering från den adressen."
NOWHERE = "Välj en sida eller fyll i en webbadress, så att omdirigeringen leder någonstans."
TWICE = "Fyll bara i en av rutorna: sidan eller webbadressen."
NOT_PUBLIC = "Sidan kan inte läsas av alla. Välj en publicerad sida."
ITSELF = "Omdirigeringen leder till sig själv."
CIRCLE = "Omdirigeringarna leder runt i en cirkel: {steps}."


def check(redirect: Redirect) -> None:
    """Bring the addresses into their one spelling; ValidationError for what may not be."""
    frontend = Frontend.objects.filter(pk=redirect.frontend_id).select_related("site").first()
    if frontend is None or not redirect.path:
        return  # told by the fields themselves
    redirect.path = _own_path(redirect.path, frontend)
    redirect.path_key = path_key(redirect.path)
    others = Redirect.objects.filter(frontend=frontend, path_key=redirect.path_key).exclude(pk=redirect.pk)
    if others.exists():
        raise ValidationError({"path": TAKEN})
    if redirect_route.shadowed(redirect):
        raise ValidationError({"path": LIVED_IN})
    _check_target(redirect)


def _own_path(text: str, frontend: Frontend) -> str:
    """The path and query of what was written: a path, or a whole address of the site."""
    text = text.strip()
    if "://" in text:
        parts = urlsplit(text)
        if parts.netloc.lower() != urlsplit(frontend.base_url).netloc:
            raise ValidationError({"path": FOREIGN})
        text = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    path = canonical_address(text)
    if not text.startswith("/") or "\\" in path or not path.isprintable() or "\ufffd" in path:
        raise ValidationError({"path": FORM})
    return path


def _check_target(redirect: Redirect) -> None:
    if redirect.page_id and redirect.url:
        raise ValidationError({"url": TWICE})
    if not redirect.page_id and not redirect.url:
        raise ValidationError({"page": NOWHERE})
    context = RenderContext()
    if redirect.url:
        _follow_a_page(redirect, context)
    if redirect.page_id and public_page(redirect.page_id, context) is None:
        raise ValidationError({"page": NOT_PUBLIC})
    steps = list(redirect_route.chain(redirect, context.houses))
    if redirect_route.end(steps) is None:
        told = ITSELF if len(steps) == 2 else CIRCLE.format(steps=" → ".join(one.path for one in steps))
        raise ValidationError({"url": told})


def _follow_a_page(redirect: Redirect, context: RenderContext) -> None:
    """The address of a public page of ours stands for the page, so that the redirect follows when it moves."""
    page = redirect_route.page_that_moved_in(redirect.url, context.houses)
    if page and public_page(page, context) and redirect_route.next_of(redirect, context.houses, redirect) is None:
        redirect.page_id, redirect.url = page, ""
