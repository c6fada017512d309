"""What editors do with redirects, as rules for the law's stories."""

from hypothesis.stateful import invariant, rule

from cms.pipeline.publish.models import Placement
from cms.pipeline.publish.paths import path_key
from cms.sites.models import Redirect
from tests.pipeline.story import PICK, SITE, Story

FEW = 6  # redirects at once, so that the stories return to the same ones
PATHS = [f"/skylt-{number}/" for number in range(4)] + ["/?p=1"]


class Signposts(Story):
    """Mixed into the stories: redirects are made, edited and deleted, in circles and onto pages too."""

    def _away_from(self, number: int) -> str:
        """One of a few paths, or a page's own, whether it is public or not."""
        page = self.pick(number)
        return f"/{page.slug}/" if page and number % 3 == 0 else PATHS[number % len(PATHS)]

    def _aim(self, redirect: Redirect, number: int) -> None:
        """At a page, at the address of a page or of another redirect, or away from us all."""
        frontend = self.site(number).frontend
        frontend.refresh_from_db()
        address = frontend.base_url + self._away_from(number // 4)
        redirect.page = self.pick(number) if number % 4 < 2 else None
        redirect.url = "" if redirect.page else address if number % 4 < 3 else "https://www.example.se/"

    def _save(self, redirect: Redirect) -> None:
        key = path_key(redirect.path)
        if not Redirect.objects.filter(frontend=redirect.frontend, path_key=key).exclude(pk=redirect.pk).exists():
            redirect.save()  # without the form's checks: what these refuse may come about otherwise

    def _redirect(self, number: int) -> Redirect | None:
        found = list(Redirect.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    @rule(site=SITE, where=PICK, to=PICK)
    def put_up_a_redirect(self, site: int, where: int, to: int) -> None:
        if Redirect.objects.count() < FEW:
            redirect = Redirect(frontend=self.site(site).frontend, path=self._away_from(where))
            self._aim(redirect, to)
            self._save(redirect)

    @rule(which=PICK, where=PICK, to=PICK)
    def turn_a_redirect(self, which: int, where: int, to: int) -> None:
        redirect = self._redirect(which)
        if redirect:
            redirect.path = self._away_from(where) if where % 2 else redirect.path
            redirect.permanent = bool(to % 5)
            self._aim(redirect, to)
            self._save(redirect)

    @rule(which=PICK)
    def take_down_a_redirect(self, which: int) -> None:
        redirect = self._redirect(which)
        if redirect:
            redirect.delete()

    @invariant()
    def no_redirect_stands_before_a_page(self) -> None:
        """At every moment; what the list says and what `resolve` answers are the same."""
        pages = set(Placement.objects.filter(kind="page").values_list("site_id", "path"))
        redirects = set(Placement.objects.filter(kind="redirect").values_list("site_id", "path"))
        assert not pages & redirects
