"""The models of the sites: front ends, their origins, redirects and tokens, and the caches that stand before them."""

from cms.sites.models.cache import PurgedCache, PurgeNote, PurgePosition
from cms.sites.models.frontend import Frontend, PastSlug
from cms.sites.models.origin import FrontendOrigin
from cms.sites.models.redirect import Redirect
from cms.sites.models.token import FrontendToken, hash_token

__all__ = [
    "Frontend",
    "FrontendOrigin",
    "FrontendToken",
    "PastSlug",
    "PurgeNote",
    "PurgePosition",
    "PurgedCache",
    "Redirect",
    "hash_token",
]
