"""One image that something on the site shows."""

from typing import Any

from api.answers import Answer
from api.errors import not_found
from api.parameters import identity
from api.shapes import PublicImage
from api.views.base import SiteView
from cms.sites import cache_tags
from cms.sites.scope import Scope


class ImageView(SiteView):
    """An image with its renditions; only images that the site's publications show."""

    shape = PublicImage
    settled = False  # it may change a moment before what shows it
    summary = "An image"

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        publication = scope.image(identity(kwargs["id"], "image"))
        if publication is None:
            raise not_found("image")
        slug = scope.frontend.slug
        tags = (cache_tags.site(slug), cache_tags.version(slug), cache_tags.image(publication.pk))
        return Answer(publication.body, tags, scope.version)
