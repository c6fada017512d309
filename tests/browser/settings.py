"""The demo's settings, without `collectstatic`: compressing the admin's files takes longer than all browser tests."""

from cms.settings.dev import *  # noqa: F403
from cms.settings.dev import STORAGES

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
THROTTLE_ANONYMOUS = THROTTLE_TOKEN = 1_000_000
