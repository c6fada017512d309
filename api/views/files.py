"""One file that something on the site mentions."""

from typing import Any

from api.answers import Answer
from api.errors import not_found
from api.parameters import identity
from api.shapes import PublicFile
from api.views.base import SiteView
from cms.sites import cache_tags
from cms.sites.scope import Scope


class FileView(SiteView):
    """A file to download; only files that the site's publications mention."""

    shape = PublicFile
    settled = False  # it may change a moment before what shows it
    summary = "A file"

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        publication = scope.file(identity(kwargs["id"], "file"))
        if publication is None:
            raise not_found("file")
        slug = scope.frontend.slug
        tags = (cache_tags.site(slug), cache_tags.version(slug), cache_tags.file(publication.pk))
        return Answer(publication.body, tags, scope.version)
