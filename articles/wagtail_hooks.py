"""Where articles join Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from articles.desk import OwnSitesPanel


@hooks.register("construct_homepage_panels")
def own_sites(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(OwnSitesPanel(request))
