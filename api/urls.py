"""What answers below /api/v1/ and /health/."""

from typing import Any

from django.urls import URLPattern, path, re_path

from api.views import (
    archive,
    changes,
    documents,
    feeds,
    files,
    health,
    images,
    metrics,
    organisation,
    pages,
    preview,
    redirects,
    resolve,
    root,
    search,
    sitemap,
    sites,
    tags,
)

app_name = "api"


def of_a_site(route: str, view: Any, name: str) -> URLPattern:
    return path(f"api/v1/sites/<str:site>/{route}", view, name=name)


# Django tries them in this order, so what is asked most stands first; and flat, since an include takes as long to pass
# as a dozen patterns.
urlpatterns = [
    of_a_site("resolve/", resolve.ResolveView.as_view(), "resolve"),
    of_a_site("pages/<str:id>/", pages.PageView.as_view(), "page"),
    of_a_site("articles/", pages.ArticleListView.as_view(), "articles"),
    of_a_site("pages/", pages.PageListView.as_view(), "pages"),
    of_a_site("changes/", changes.ChangesView.as_view(), "changes"),
    of_a_site("version/", sites.VersionView.as_view(), "version"),
    of_a_site("", sites.FrameView.as_view(), "frame"),
    of_a_site("search/", search.SearchView.as_view(), "search"),
    of_a_site("articles/archive/", archive.ArchiveView.as_view(), "archive"),
    of_a_site("tags/", tags.TagListView.as_view(), "tags"),
    of_a_site("organisation/", organisation.SiteUnitView.as_view(), "site_unit"),
    of_a_site("feed.json", feeds.JsonFeedView.as_view(), "feed_json"),
    of_a_site("feed.atom", feeds.AtomView.as_view(), "feed_atom"),
    of_a_site("sitemap/", sitemap.SitemapView.as_view(), "sitemap"),
    of_a_site("redirects/", redirects.RedirectListView.as_view(), "redirects"),
    of_a_site("images/<str:id>/", images.ImageView.as_view(), "image"),
    of_a_site("files/<str:id>/", files.FileView.as_view(), "file"),
    of_a_site("preview/", preview.PreviewView.as_view(), "preview"),
    path("api/v1/sites/", sites.SiteListView.as_view(), name="sites"),
    path("api/v1/", root.RootView.as_view(), name="root"),
    path("api/v1/organisation/units/", organisation.UnitListView.as_view(), name="units"),
    path("api/v1/organisation/units/<str:slug>/", organisation.UnitView.as_view(), name="unit"),
    path("api/v1/schema/", documents.SchemaView.as_view(), name="schema"),
    path("api/v1/docs/", documents.DocsView.as_view(), name="docs"),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("health/metrics", metrics.metrics),
    re_path(r"^(?:api|health)(?:/|$)", documents.nothing),
]
