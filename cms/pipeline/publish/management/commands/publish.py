"""Build the derived rows anew, or compare them with a rebuild."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.pipeline.publish import rebuild, worker


class Command(BaseCommand):
    help = (
        "Render everything anew (--all), or check that what is stored equals a rebuild from nothing (--verify; exit "
        "code 1 if not). Example: manage.py publish --all && manage.py publish --verify"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--all", action="store_true", help="Render and place everything. Safe to interrupt.")
        what.add_argument("--verify", action="store_true", help="Change nothing; say what differs.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            self._publish_all()
        else:
            self._verify()

    def _publish_all(self) -> None:
        total = sum(1 for _ in rebuild.everything())
        done, refusals = 0, []
        for count, refused in rebuild.publish_all():
            done += count
            refusals += refused
            self.stdout.write(f"{done} of {total}")
        worker.drain()
        for refusal in refusals:
            self.stderr.write(f"{refusal} {refusal.detail}")
        if refusals:
            raise CommandError(f"{len(refusals)} could not be rendered; they stay as they were.")

    def _verify(self) -> None:
        found = list(rebuild.differences())
        for difference in found:
            self.stdout.write(difference)
        if found:
            raise CommandError(f"{len(found)} differences")
        self.stdout.write("identical to a rebuild")
