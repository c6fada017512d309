"""Production: base.py as it stands, and a refusal to start with a guessable secret."""

from cms.settings.base import *
from cms.settings.base import require_secret

require_secret()
