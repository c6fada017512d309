"""Your own machine and `make demo`: no HTTPS, a known secret, the same code otherwise."""

from cms.settings.base import *
from cms.settings.base import SILENCED_SYSTEM_CHECKS, STORAGES, env

DEBUG = False
SECRET_KEY = env.SECRET_KEY or "dev-only-secret-that-must-never-stand-on-a-public-machine"
ALLOWED_HOSTS = env.ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
# The admin's files straight from the packages: collecting and compressing them takes a minute.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W004", "security.W008"]  # plain HTTP on this machine
