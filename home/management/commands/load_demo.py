"""Load the demo federation."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from home import initial
from home.demo import people
from home.demo.load import load, loaded
from home.demo.sites import SITES


class Command(BaseCommand):
    help = (
        "Load the demo federation (a national site, two districts, seven branches, their editors) into an empty "
        "installation. "
        "A second run changes nothing. Example: manage.py migrate && manage.py load_demo"
    )

    def handle(self, *args: Any, **options: Any) -> None:
        known: set[str] = set()
        if loaded():
            self.stdout.write("The demo is here already: nothing was changed, and everything edited since stays.")
        else:
            self._refuse_over_content()
            known = self._load()
        self.stdout.write("\nLogins:")
        for line in people.logins(known):
            self.stdout.write(line)

    def _refuse_over_content(self) -> None:
        content = initial.content()
        if content:
            raise CommandError(
                f"There is content here already ({content}), so the demo was not loaded and nothing was changed. "
                "Load it into an empty installation, for example with DATA_DIR=/some/empty/folder."
            )

    def _load(self) -> set[str]:
        """All that visitors see stands when it is done; what is left for the worker are slow formats, second looks."""
        known = load(self.stdout.write)
        self.stdout.write("\nThe demo is loaded:")
        for site in SITES:
            self.stdout.write(f"  {site.unit.name:<40}{site.base_url}/")
        return known
