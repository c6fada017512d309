"""The demo's settings, with rate limits out of the way."""

from cms.settings.dev import *  # noqa: F403

THROTTLE_ANONYMOUS = THROTTLE_TOKEN = 1_000_000
