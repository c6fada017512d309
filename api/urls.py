"""What answers below /api/v1/ and /health/."""

from django.urls import include, path, re_path

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

# Django tries them in this order: what is asked most stands first.
site = [
    path("resolve/", resolve.ResolveView.as_view(), name="resolve"),
    path("pages/<str:id>/", pages.PageView.as_view(), name="page"),
    path("articles/", pages.ArticleListView.as_view(), name="articles"),
    path("pages/", pages.PageListView.as_view(), name="pages"),
    path("changes/", changes.ChangesView.as_view(), name="changes"),
    path("version/", sites.VersionView.as_view(), name="version"),
    path("", sites.FrameView.as_view(), name="frame"),
    path("search/", search.SearchView.as_view(), name="search"),
    path("articles/archive/", archive.ArchiveView.as_view(), name="archive"),
    path("tags/", tags.TagListView.as_view(), name="tags"),
    path("organisation/", organisation.SiteUnitView.as_view(), name="site_unit"),
    path("feed.json", feeds.JsonFeedView.as_view(), name="feed_json"),
    path("feed.atom", feeds.AtomView.as_view(), name="feed_atom"),
    path("sitemap/", sitemap.SitemapView.as_view(), name="sitemap"),
    path("redirects/", redirects.RedirectListView.as_view(), name="redirects"),
    path("images/<str:id>/", images.ImageView.as_view(), name="image"),
    path("files/<str:id>/", files.FileView.as_view(), name="file"),
    path("preview/", preview.PreviewView.as_view(), name="preview"),
]
v1 = [
    path("sites/<str:site>/", include(site)),
    path("sites/", sites.SiteListView.as_view(), name="sites"),
    path("", root.RootView.as_view(), name="root"),
    path("organisation/units/", organisation.UnitListView.as_view(), name="units"),
    path("organisation/units/<str:slug>/", organisation.UnitView.as_view(), name="unit"),
    path("schema/", documents.SchemaView.as_view(), name="schema"),
    path("docs/", documents.DocsView.as_view(), name="docs"),
]
urlpatterns = [
    path("api/v1/", include((v1, "api"))),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("health/metrics", metrics.metrics),
    re_path(r"^(?:api|health)(?:/|$)", documents.nothing),
]
