"""What is done to front ends and their Wagtail Sites themselves, as rules for the law's stories."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from hypothesis.stateful import precondition, rule
from wagtail.models import Page, Site

from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend
from home.models import WelcomePage
from organisation.models import Unit
from tests.build import publish, tree_root
from tests.pipeline.story import PICK, SITE, Story

HOUSES_CHANGE = False
"""A front end that is made anew for its Site, or moved to another one, loses pages and changes: to be switched on when
that is mended.
"""
LANGUAGES_ARE_REFUSED = False
"""A page may still take the path under which another language of its site begins."""


class Houses(Story):
    """Mixed into the stories: a front end is deleted and made again, or moved to another Wagtail Site; a page wants to
    stand where a language of the site begins.
    """

    @precondition(lambda self: HOUSES_CHANGE)
    @rule(site=SITE)
    def tear_down_and_build_again(self, site: int) -> None:
        branch = self.site(site)
        old = Frontend.objects.get(pk=branch.frontend.pk)
        old.delete()
        with publishing():
            branch.frontend = Frontend.objects.create(
                site=Site.objects.get(pk=branch.site.pk), slug=old.slug, name=old.name, base_url=old.base_url
            )
            unit = Unit.objects.get(pk=branch.unit.pk)
            unit.frontend = branch.frontend
            unit.save()

    @precondition(lambda self: HOUSES_CHANGE)
    @rule(site=SITE)
    def move_the_front_end(self, site: int) -> None:
        """To a new Wagtail Site with a front door of its own, and from there back to the first."""
        branch = self.site(site)
        frontend = Frontend.objects.get(pk=branch.frontend.pk)
        with publishing():
            if frontend.site_id == branch.site.pk:
                door = tree_root().add_child(instance=WelcomePage(title=self.title(), slug=self.slug()))
                frontend.site = Site.objects.create(hostname=self.title(), port=80, root_page=door)
            else:
                frontend.site = Site.objects.get(pk=branch.site.pk)
            frontend.base_url = f"https://{self.title()}.example.se"  # the Site that it leaves keeps its host
            frontend.save()

    @precondition(lambda self: LANGUAGES_ARE_REFUSED)
    @rule(which=PICK)
    def take_the_path_of_a_language(self, which: int) -> None:
        doors = Page.objects.filter(translation_key__in=[site.home.translation_key for site in self.sites])
        first = [page for page in self.pages(alias_of=None) if page.get_parent() in doors]
        if first:
            page = first[which % len(first)].specific
            page.slug = self.english.language_code
            with suppress(ValidationError):
                publish(page)
