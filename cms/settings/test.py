"""The test suite: fast password hashes, a data folder of its own, throttles out of the way."""

import tempfile
from pathlib import Path

from cms.settings.dev import *
from cms.settings.dev import CACHES, DATABASES, STORAGES, env

_data = Path(tempfile.mkdtemp(prefix="grenverk-test-"))

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(_data / "private"), "base_url": "/admin/media/"},
    },
    "public": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(_data / "public"), "base_url": env.MEDIA_BASE_URL},
    },
}
if env.CACHE is None:
    CACHES = CACHES | {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if DATABASES["default"]["ENGINE"] == "cms.databases.sqlite":
    # A file, not memory: the concurrency tests open a second connection.
    DATABASES["default"]["TEST"] = {"NAME": str(_data / "test.sqlite3")}
THROTTLE_ANONYMOUS = THROTTLE_TOKEN = 1_000_000
AXES_ENABLED = False
WHITENOISE_USE_FINDERS = False  # no test asks for a static file, and finding them all takes time for each client
MEDIA_AVIF_SPEED = 10  # the tests look at what is made, not at how small it is
EMBED_THUMBNAILS = False  # no test asks the network; those of the fetcher ask a server of their own
