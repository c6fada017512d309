"""Load the demo federation."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.media.ladder import build_missing_ladders
from cms.media.models import SiteImage
from cms.media.signals import ladder_built
from cms.pipeline.publish import worker
from home import initial
from home.demo import people
from home.demo.load import load, loaded
from home.demo.sites import SITES

MORE_THAN_ALL = 1_000


class Command(BaseCommand):
    help = (
        "Load the demo federation (a national site, two districts, seven branches, their editors) into an empty "
        "installation. "
        "A second run changes nothing. Example: manage.py migrate && manage.py load_demo"
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if loaded():
            self.stdout.write("The demo is here already: nothing was changed, and everything edited since stays.")
        else:
            self._refuse_over_content()
            self._load()
        self.stdout.write("\nLogins:")
        for line in people.logins():
            self.stdout.write(line)

    def _refuse_over_content(self) -> None:
        content = initial.content()
        if content:
            raise CommandError(
                f"There is content here already ({content}), so the demo was not loaded and nothing was changed. "
                "Load it into an empty installation, for example with DATA_DIR=/some/empty/folder."
            )

    def _load(self) -> None:
        ladder_built.connect(self._ladder_built)
        try:
            load(self.stdout.write)
            # Most stand since the commit; in a transaction of somebody else's that has not ended, none do.
            build_missing_ladders(MORE_THAN_ALL)
        finally:
            ladder_built.disconnect(self._ladder_built)
        worker.drain(slow=False)  # the demo shows its pictures at once; their slow formats follow while it runs
        self.stdout.write("\nThe demo is loaded:")
        for site in SITES:
            self.stdout.write(f"  {site.unit.name:<40}{site.base_url}/")

    def _ladder_built(self, image: SiteImage, **kwargs: Any) -> None:
        self.stdout.write(f"  picture sizes made: {image.title}")
