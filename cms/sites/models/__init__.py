"""The models of the sites: front ends, their origins and tokens."""

from cms.sites.models.frontend import Frontend, PastSlug
from cms.sites.models.origin import FrontendOrigin
from cms.sites.models.token import FrontendToken, hash_token

__all__ = ["Frontend", "FrontendOrigin", "FrontendToken", "PastSlug", "hash_token"]
