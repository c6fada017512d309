"""Issue a token for a front end."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.sites.models import Frontend, FrontendToken


class Command(BaseCommand):
    help = (
        "Make a token that raises a front end's rate limit. It is printed once and stored hashed. "
        "Example: manage.py frontend_token vantor --name 'byggserver' --days 365"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("site", help="The site's slug.")
        parser.add_argument("--name", required=True, help="What the token is for.")
        parser.add_argument("--days", type=int, default=365, help="How long it is good for.")

    def handle(self, *args: Any, **options: Any) -> None:
        frontend = Frontend.objects.filter(slug=options["site"]).first()
        if frontend is None:
            raise CommandError(f"There is no site {options['site']!r}.")
        self.stdout.write(FrontendToken.issue(frontend, options["name"], timedelta(days=options["days"])))
