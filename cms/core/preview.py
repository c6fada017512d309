"""Preview: the editor sees a draft in the site's own front end, rendered by the code that publishes."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.http import urlencode

from cms.core.models import PreviewDraft
from cms.core.render import render_page
from cms.pipeline.publish import encode, write
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.houses import Address
from cms.pipeline.publish.kinds import Rendered
from cms.pipeline.publish.paths import encoded


def respond(page: Any, request: HttpRequest) -> HttpResponse:
    """Send the panel to the front end, with a token for what the form holds now."""
    context = RenderContext(preview=True)
    address = context.houses.locate(page.path, page.url_path)
    if address is None:
        return _excuse(request, "Sidan ligger inte på någon webbplats som har en egen adress än.")
    try:
        body = draft_text(page, address, context)
    except RenderRefused as refusal:
        return _excuse(request, str(refusal))
    token = PreviewDraft.open(
        user=request.user,
        site_id=address.house.site_id,
        page_id=page.pk,
        language=page.locale.language_code,
        body=body,
    )
    query = urlencode({"preview": token})
    return HttpResponseRedirect(f"{address.house.base_url}{encoded(address.path)}?{query}")


def draft_text(page: Any, address: Address, context: RenderContext) -> str:
    """The page as the API would answer it, were it published now."""
    try:
        rendered: Rendered = render_page(page, address, context)
    except RenderRefused:
        raise
    except Exception as error:
        raise RenderRefused(page.title, str(type(page)._meta.verbose_name), repr(error)) from error
    placed = rendered.placements[0]
    return encode.splice(
        write.columns(rendered)["body"], encode.members(placed.overlay), encode.members(placed.page_overlay)
    )


def _excuse(request: HttpRequest, reason: str) -> HttpResponse:
    return TemplateResponse(request, "core/preview_excuse.html", {"reason": reason})
