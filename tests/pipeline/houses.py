"""What is done to front ends and their Wagtail Sites themselves, as rules for the law's stories."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from hypothesis.stateful import rule
from wagtail.models import Page, Site

from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend
from organisation.models import Unit
from tests.build import publish
from tests.pipeline.story import PICK, SITE, Story


class Houses(Story):
    """Mixed into the stories: a front end is deleted and made again; a page wants to stand where a language of the site
    begins.
    """

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

    @rule(which=PICK)
    def take_the_path_of_a_language(self, which: int) -> None:
        doors = Page.objects.filter(translation_key__in=[site.home.translation_key for site in self.sites])
        first = [page for page in self.pages(alias_of=None) if page.get_parent() in doors]
        if first:
            page = first[which % len(first)].specific
            page.slug = self.english.language_code
            with suppress(ValidationError):
                publish(page)
