"""Wagtail's command of this name, in transactions of its own an item. The worker does the same by itself."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.pipeline.publish import schedule


class Command(BaseCommand):
    help = "Publish and unpublish what is due. Example: manage.py publish_scheduled --dry-run"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", "--dryrun", action="store_true", help="Only say what is due.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            for page in schedule.expired():
                self.stdout.write(f"expires: {page.title} ({page.expire_at:%Y-%m-%d %H:%M})")
            for revision in schedule.due():
                self.stdout.write(f"goes live: {revision.object_str} ({revision.approved_go_live_at:%Y-%m-%d %H:%M})")
            return
        self.stdout.write(f"{schedule.run_due()} done")
