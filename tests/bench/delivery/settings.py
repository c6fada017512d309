"""Production as it stands, with stock Wagtail's APIs beside ours."""

from cms.settings.production import *  # noqa: F403
from cms.settings.production import CACHES, INSTALLED_APPS

INSTALLED_APPS = ["tests.bench.delivery", *INSTALLED_APPS, "wagtail.api.v2", "wagtail.api.v3"]
ROOT_URLCONF = "tests.bench.delivery.urls"

# What serves the peer well, and nothing of ours reads: renditions remembered in memory, words found by their stems.
CACHES["default"]["KEY_PREFIX"] = "bench"  # Redis holds the tests' things too
CACHES = CACHES | {"renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "TIMEOUT": 86_400}}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "swedish"}}
WAGTAILAPI_LIMIT_MAX = 100  # 20 as it comes; one of the rows asks for 100
