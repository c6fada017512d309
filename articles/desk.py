"""The start page of the admin: the editor's own sites, and the shortest way to a new article."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from articles.models import ArticleIndex
from cms.sites.models import Frontend
from cms.sites.policy import SitePolicy

MOST = 12  # sites shown; who has more finds them in the menu


class OwnSitesPanel(Component):
    """For each site of the user: write an article, edit pages, see the front end."""

    order = 50
    template_name = "articles/own_sites.html"

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        policy = SitePolicy(Frontend, "site__root_page")
        own = policy.instances_user_has_permission_for(self.request.user, "change").select_related("site__root_page")
        return {"sites": [(frontend, _index(frontend)) for frontend in own[:MOST]]}


def _index(frontend: Frontend) -> ArticleIndex | None:
    return ArticleIndex.objects.descendant_of(frontend.site.root_page).first()
