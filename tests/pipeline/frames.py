"""What is done to the frame around a site's pages, as rules for the law's stories."""

from typing import Any

from django.db.models import CharField, Field, TextField
from hypothesis import strategies as st
from hypothesis.stateful import rule
from wagtail.models import Page

from cms.media.models import SiteImage
from cms.sites.models import Frontend
from organisation.models import Person
from tests.pipeline.story import PICK, SITE, Story

ELSEWHERE = {"id", "site", "slug", "base_url"}  # which other rules change
FIELDS = sorted(field.name for field in Frontend._meta.fields if field.name not in ELSEWHERE)
ZONES = ["Europe/Stockholm", "Asia/Tokyo"]


def _one(number: int, found: Any) -> Any:
    rows = list(found.order_by("pk"))
    return rows[number % len(rows)] if rows else None


class Frames(Story):
    """Mixed into the stories: every field of the frame, a site's name in the API, its address."""

    @rule(site=SITE, field=st.sampled_from(FIELDS), about=PICK, empty=st.booleans())
    def furnish_the_frame(self, site: int, field: str, about: int, empty: bool) -> None:
        """One field of all that there are: a new one is filled in from the day it is added."""
        frontend = Frontend.objects.get(pk=self.site(site).frontend.pk)
        filled = Frontend._meta.get_field(field)
        setattr(frontend, field, filled.get_default() if empty and filled.blank else self._value(filled, about))
        frontend.save()

    def _value(self, field: Field, number: int) -> Any:
        match field.name:
            case "listed":
                return bool(number % 2)
            case "time_zone":
                return ZONES[number % 2]
            case "logo" | "logo_dark" | "favicon":
                return _one(number, SiteImage.objects)
            case "colour_primary" | "colour_accent" | "colour_background":
                return f"#{number:06x}"
            case "header" | "footer":
                return self._menu(number)
            case "social":
                account = {
                    "service": "mastodon",
                    "label": self.title(),
                    "url": f"https://{self.title()}.example.se/@vi",
                }
                return [("account", account)]
            case "email":
                return f"{self.title()}@example.se"
            case "newsletter_url" | "central_url":
                return f"https://{self.title()}.example.se/"
            case "privacy_page" | "accessibility_page":
                return Page.objects.filter(pk=getattr(self.pick(number), "pk", None)).first()
            case "publisher":
                return getattr(_one(number, Person.objects), "pk", None)
        assert isinstance(field, CharField | TextField), f"say here what {field.name} may hold"
        return self.title()

    def _menu(self, number: int) -> list[Any]:
        target = self.pick(number)
        if target is None:
            return []
        item = {"label": "Dit", "link": {"page": target}, "children": [{"label": "Hit", "link": {"page": target}}]}
        return [("item", item)]

    @rule(site=SITE, about=PICK)
    def put_into_the_menu(self, site: int, about: int) -> None:
        frontend = Frontend.objects.get(pk=self.site(site).frontend.pk)
        frontend.header = self._menu(about)
        frontend.save()

    @rule(site=SITE, which=PICK)
    def choose_a_logo(self, site: int, which: int) -> None:
        frontend = Frontend.objects.get(pk=self.site(site).frontend.pk)
        frontend.logo = _one(which, SiteImage.objects)
        frontend.save()

    @rule(site=SITE)
    def move_house(self, site: int) -> None:
        frontend = Frontend.objects.get(pk=self.site(site).frontend.pk)
        frontend.base_url = f"https://{self.title()}.example.se"
        frontend.save()

    @rule(site=SITE)
    def rename_the_site(self, site: int) -> None:
        frontend = Frontend.objects.get(pk=self.site(site).frontend.pk)
        frontend.slug = self.slug()
        frontend.save()
