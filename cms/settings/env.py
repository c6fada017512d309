"""The only reader of the environment: every setting an operator may turn, typed and named once.

`.env.example` lists them with what they are for.
"""

from pathlib import Path
from urllib.parse import urlsplit

from environs import Env, ValidationError

BASE_DIR = Path(__file__).resolve().parent.parent.parent


def _addresses(urls: list[str]) -> None:
    """They are shown in metrics and logs, so no password may stand in them."""
    for url in urls:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            raise ValidationError(f"{url!r} is not an address like http://127.0.0.1:6082/ (without user and password).")


_env = Env()
_env.read_env(str(BASE_DIR / ".env"), recurse=False)

DATA_DIR = Path(_env.str("DATA_DIR", str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)
SECRET_KEY: str = _env.str("SECRET_KEY", "")
ALLOWED_HOSTS: list[str] = _env.list("ALLOWED_HOSTS", [])
CSRF_TRUSTED_ORIGINS: list[str] = _env.list("CSRF_TRUSTED_ORIGINS", [])

# Where the API, the admin and the public media answer. Stored rows carry this address, never a Host header.
PUBLIC_URL: str = _env.str("PUBLIC_URL", "http://localhost:8000").rstrip("/")
# Where public media answers when it is not PUBLIC_URL/media/, for example a CDN.
MEDIA_BASE_URL: str = _env.str("MEDIA_BASE_URL", "") or f"{PUBLIC_URL}/media/"

# How many days the address of a replaced picture or file goes on answering.
MEDIA_GRACE_DAYS: int = _env.int("MEDIA_GRACE_DAYS", 30)
# Whether the worker makes AVIF, all widths and the crops; without it only the quick formats are made.
MEDIA_FINISH: bool = _env.bool("MEDIA_FINISH", True)
# AVIF's speed, 0 to 10: slower makes somewhat smaller files.
MEDIA_AVIF_SPEED: int = _env.int("MEDIA_AVIF_SPEED", 6)

# How many seconds a shared cache may keep an answer of each kind, and show it while it asks anew ("stale").
# Behind a cache that is purged by tag: a day for all but "stale". See docs/operate/cache.md.
CACHE_SECONDS: dict[str, int] = {
    "page": 60, "list": 60, "frame": 60, "document": 3600, "version": 2, "stale": 60
} | _env.dict("CACHE_SECONDS", {}, subcast_values=int)  # fmt: skip

# How many megabytes of answers each process keeps in memory, each while the version of its site stands; 0: none.
ANSWER_MEMORY_MB: int = _env.int("ANSWER_MEMORY_MB", 32)

# The caches before the API that are told what changed: an address each, which takes PURGE with the tags in a
# Surrogate-Key header. Empty: none is told. See docs/operate/cache.md.
CACHE_PURGE_URLS: list[str] = _env.list("CACHE_PURGE_URLS", [], subcast=str, validate=_addresses)

# How many days a reader may stay away and still be told just what changed.
CHANGE_RETENTION_DAYS: int = _env.int("CHANGE_RETENTION_DAYS", 90)

# Whoever sends this as a bearer token reads /health/metrics; empty: nobody does.
METRICS_TOKEN: str = _env.str("METRICS_TOKEN", "")

DATABASE = _env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA_DIR / 'grenverk.sqlite3'}")
# Empty: a cache in files, shared by the processes of one machine.
CACHE = _env.dj_cache_url("CACHE_URL", "") if _env.str("CACHE_URL", "") else None
EMAIL = _env.dj_email_url("EMAIL_URL", "console:")
DEFAULT_FROM_EMAIL: str = _env.str("DEFAULT_FROM_EMAIL", "grenverk@localhost")

# How many proxies of your own stand before the server; 0 means that X-Forwarded-For is never believed.
TRUSTED_PROXIES: int = _env.int("TRUSTED_PROXIES", 0)
# Behind HTTPS: secure cookies, HSTS and a redirect from http.
HTTPS: bool = _env.bool("HTTPS", True)

# Requests a minute, for one address and for one token.
THROTTLE_ANONYMOUS: int = _env.int("THROTTLE_ANONYMOUS", 600)
THROTTLE_TOKEN: int = _env.int("THROTTLE_TOKEN", 6000)

# The largest document that is taken in, in megabytes.
MAX_DOCUMENT_MB: int = _env.int("MAX_DOCUMENT_MB", 20)

# The names of the kinds of unit in the organisation's own words, in the singular.
KIND_NATIONAL: str = _env.str("KIND_NATIONAL", "Riksorganisation")
KIND_DISTRICT: str = _env.str("KIND_DISTRICT", "Partidistrikt")
KIND_BRANCH: str = _env.str("KIND_BRANCH", "Partiförening")

# Whose players editors may embed (cms/media/embeds/providers.py knows how), and which PeerTube servers.
EMBED_PROVIDERS: list[str] = _env.list(
    "EMBED_PROVIDERS", ["youtube", "vimeo", "peertube", "sverigesradio", "openstreetmap"]
)
PEERTUBE_HOSTS: list[str] = [host.lower() for host in _env.list("PEERTUBE_HOSTS", [])]
# Whether the worker fetches the providers' pictures; without them the editors choose pictures of their own.
EMBED_THUMBNAILS: bool = _env.bool("EMBED_THUMBNAILS", True)
