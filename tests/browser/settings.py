"""The demo's settings, with rate limits out of the way."""

from cms.settings.dev import *  # noqa: F403

THROTTLE_ANONYMOUS = THROTTLE_TOKEN = 1_000_000
MEDIA_FINISH = False  # a hundred pictures of the demo would keep the worker from what the tests wait for
EMBED_THUMBNAILS = False  # nothing leaves this machine
