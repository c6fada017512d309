"""The welcome page and the content page."""

from home.models.page import ContentPage
from home.models.welcome import WelcomePage

__all__ = ["ContentPage", "WelcomePage"]
