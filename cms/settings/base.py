"""Settings that are safe in production; dev.py and test.py loosen what they need."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from cms.settings import env

BASE_DIR = env.BASE_DIR
DEBUG = False
SECRET_KEY = env.SECRET_KEY
ALLOWED_HOSTS = env.ALLOWED_HOSTS
CSRF_TRUSTED_ORIGINS = env.CSRF_TRUSTED_ORIGINS
PUBLIC_URL = env.PUBLIC_URL
TRUSTED_PROXIES = env.TRUSTED_PROXIES

# Apps stand uphill first, so that a command or template of ours wins over Wagtail's of the same name.
INSTALLED_APPS = [
    "api",
    "home",
    "articles",
    "organisation",
    "cms.sites",
    "cms.core",
    "cms.media",
    "cms.pipeline.publish",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "corsheaders",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",  # Wagtail tells times with it: its words are found only if it is here
]

MIDDLEWARE = [
    "corsheaders.middleware.CorsMiddleware",
    "api.middleware.ProblemMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.sites.fence.FenceMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Data -------------------------------------------------------------------------------------


def database(settings: dict[str, Any]) -> dict[str, Any]:
    """Django's database settings with what each engine needs to be shared by several processes."""
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        # Immediate: a transaction that reads and then writes must not fail half-way with "database is locked".
        options = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            # Read through memory, not through a system call for every 4 kB: a list of cards is 100 kB. The worker
            # writes the log back (cms/databases/write_back.py); a writer only if it has grown to 32 MB.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=1073741824; "
            "PRAGMA wal_autocheckpoint=8000;",
        }
        options = settings.get("OPTIONS", {}) | options
        return settings | {"ENGINE": "cms.databases.sqlite", "CONN_MAX_AGE": 60, "OPTIONS": options}
    if settings["ENGINE"] == "django.db.backends.postgresql":
        # What is read again is planned once; `?prepare_threshold=None` in the address turns it off.
        options = {"prepare_threshold": 1} | settings.get("OPTIONS", {})
        settings = settings | {"ENGINE": "cms.databases.postgresql", "OPTIONS": options}
    return settings | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


DATABASES = {"default": database(env.DATABASE)}


def cache(settings: dict[str, Any]) -> dict[str, Any]:
    """Django's cache settings; Redis may be away, and is not waited for long."""
    if not settings["BACKEND"].endswith("RedisCache"):
        return settings
    patience = {"socket_connect_timeout": 0.5, "socket_timeout": 1.0}  # seconds
    options = settings.get("OPTIONS", {}) | patience
    return settings | {"BACKEND": "cms.forgiving_cache.ForgivingRedisCache", "OPTIONS": options}


CACHES = {
    "default": cache(env.CACHE)
    if env.CACHE
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(env.DATA_DIR / "cache"),
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# Originals and the admin's thumbnails are private: only logged-in editors reach them. The rendition ladder,
# free of metadata, is the only public store.
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(env.DATA_DIR / "private"), "base_url": "/admin/media/"},
    },
    "public": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(env.DATA_DIR / "public"), "base_url": env.MEDIA_BASE_URL},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = env.DATA_DIR / "static"

# --- People -----------------------------------------------------------------------------------

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "svenska"), ("en", "engelska"), ("fi", "finska")]
# Words and dates of our own come before those of Django and Wagtail.
LOCALE_PATHS = [BASE_DIR / "cms" / "locale"]
FORMAT_MODULE_PATH = "cms.formats"
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_IPWARE_PROXY_COUNT = env.TRUSTED_PROXIES or None
AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR", "REMOTE_ADDR"] if env.TRUSTED_PROXIES else ["REMOTE_ADDR"]
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_DISABLE_ACCESS_LOG = True
DEFAULT_FROM_EMAIL = env.DEFAULT_FROM_EMAIL
EMAIL_BACKEND = env.EMAIL["EMAIL_BACKEND"]
EMAIL_HOST = env.EMAIL["EMAIL_HOST"]
EMAIL_PORT = env.EMAIL["EMAIL_PORT"]
EMAIL_HOST_USER = env.EMAIL["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = env.EMAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = env.EMAIL["EMAIL_USE_TLS"]
EMAIL_USE_SSL = env.EMAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10  # seconds: an editor waits for it

# --- Wagtail ----------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Grenverk"
WAGTAILADMIN_BASE_URL = env.PUBLIC_URL
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # a site's approvals are its own people's business
WAGTAILADMIN_NOTIFICATION_USE_HTML = True
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("en", "English"), ("fi", "Suomi")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska")]
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAILADMIN_USER_LOGIN_FORM = "cms.core.login.LoginForm"
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no editor's address leaves the house
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILIMAGES_IMAGE_MODEL = "media.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.media.forms.SiteImageForm"
# Other names of the same formats stand here for the multiple upload, whose browser looks at nothing but the name.
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "jfif", "jpe", "png", "apng", "webp", "gif", "heic", "heif", "hif", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 32 * 1024 * 1024  # what a phone of 50 megapixels writes at its best
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_400_000  # "50 megapixels" of a phone are up to 8192 × 6144
MEDIA_FINISH = env.MEDIA_FINISH
MEDIA_AVIF_SPEED = env.MEDIA_AVIF_SPEED
WAGTAILDOCS_DOCUMENT_MODEL = "media.SiteDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.media.document_form.SiteDocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = env.MAX_DOCUMENT_MB * 1024 * 1024
MEDIA_GRACE_DAYS = env.MEDIA_GRACE_DAYS
CACHE_SECONDS = env.CACHE_SECONDS
ANSWER_MEMORY_MB = env.ANSWER_MEMORY_MB
CACHE_PURGE_URLS = env.CACHE_PURGE_URLS
CHANGE_RETENTION_DAYS = env.CHANGE_RETENTION_DAYS
METRICS_TOKEN = env.METRICS_TOKEN
EMBED_PROVIDERS = env.EMBED_PROVIDERS
PEERTUBE_HOSTS = env.PEERTUBE_HOSTS
EMBED_THUMBNAILS = env.EMBED_THUMBNAILS
WAGTAIL_AUTOSAVE_INTERVAL = 5000
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}  # the other choices: BasePage.private_page_options

KIND_NAMES = {"national": env.KIND_NATIONAL, "district": env.KIND_DISTRICT, "branch": env.KIND_BRANCH}

# --- API --------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_SCHEMA_CLASS": "api.schema.DeclaredSchema",
    "URL_FORMAT_OVERRIDE": None,
    "EXCEPTION_HANDLER": "api.errors.handle",
}
THROTTLE_ANONYMOUS = env.THROTTLE_ANONYMOUS
THROTTLE_TOKEN = env.THROTTLE_TOKEN

SPECTACULAR_SETTINGS = {
    "TITLE": "Grenverk",
    "VERSION": "1",
    "DESCRIPTION": "Content of districts and branches. Reading needs no key; a token raises the limits.",
    "OAS_VERSION": "3.1.0",
    "POSTPROCESSING_HOOKS": [],
    "ENABLE_DJANGO_DEPLOY_CHECK": False,  # it would look at the admin's API too; the tests check the schema
}

CORS_URLS_REGEX = r"^/(api/|health/)"
CORS_ALLOW_CREDENTIALS = False
CORS_ALLOW_HEADERS = ["accept", "authorization", "content-type", "if-none-match"]
CORS_PREFLIGHT_MAX_AGE = 600  # seconds: an origin that was taken away is refused soon
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_EXPOSE_HEADERS = [
    "ETag",
    "Grenverk-Version",
    "Retry-After",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
]

# --- Transport --------------------------------------------------------------------------------

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.HTTPS
SECURE_SSL_REDIRECT = env.HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]  # a load balancer asks over plain HTTP
SECURE_HSTS_SECONDS = 31_536_000 if env.HTTPS else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS for subdomains: they may be front ends that are not ours to promise for
    "security.W019",  # X-Frame-Options SAMEORIGIN: the admin frames its own previews
    "security.W021",  # HSTS preload: the owner of the domain decides
]
if env.TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "SAMEORIGIN"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"grenverk": {"level": "INFO"}},
}


def require_secret() -> None:
    """Refuse to start production with a secret that anybody could guess."""
    if len(SECRET_KEY) < 40:
        raise ImproperlyConfigured("SECRET_KEY is missing or shorter than 40 characters; see .env.example.")
    if not ALLOWED_HOSTS:
        raise ImproperlyConfigured(f"ALLOWED_HOSTS is empty; set it to {urlsplit(PUBLIC_URL).hostname!r}.")
