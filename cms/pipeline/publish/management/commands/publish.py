"""Build the derived rows anew, compare them with a rebuild, or tell what a page is made of."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.pipeline.publish import explain, kinds, rebuild, worker
from cms.pipeline.publish.context import Key
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.explain import Explanation
from cms.pipeline.publish.houses import Houses
from cms.pipeline.publish.progress import Progress


class Command(BaseCommand):
    help = (
        "Render everything anew (--all), or check that what is stored equals a rebuild from nothing (--verify; exit "
        "code 1 if not), or tell what a page depends on and what its publishing would touch (--explain). "
        "Example: manage.py publish --all && manage.py publish --verify"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--all", action="store_true", help="Render and place everything. Safe to interrupt.")
        parser.add_argument("--resume", action="store_true", help="With --all: go on where it was interrupted.")
        what.add_argument("--verify", action="store_true", help="Change nothing; say what differs.")
        about = "Change nothing; tell of this page: its number in the admin, its id in the API, or its address."
        what.add_argument("--explain", metavar="PAGE", help=about)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["resume"] and not options["all"]:
            raise CommandError("--resume belongs to --all.")
        if options["explain"]:
            self._explain(options["explain"])
        elif options["all"]:
            self._publish_all(resume=options["resume"])
        else:
            self._verify()

    def _publish_all(self, *, resume: bool) -> None:
        behind = rebuild.interrupted() if resume else None
        if resume and behind is None:
            self.stdout.write("Nothing was interrupted: beginning with the first.")
        total = sum(1 for _ in rebuild.everything(behind))
        done, started = 0, time.monotonic()
        refusals: list[RenderRefused] = []
        try:
            for count, refused in rebuild.publish_all(behind):
                done += count
                refusals += refused
                left = (time.monotonic() - started) / done * (total - done)
                self.stdout.write(f"{done} of {total}, about {left:.0f} s left")
                self.stdout.flush()
            worker.drain(after=Progress(self.stdout.write).look)
        except KeyboardInterrupt:
            raise CommandError(
                f"Stopped after {done} of {total}. What is done stays, and the site is whole; go on with: "
                "manage.py publish --all --resume",
                returncode=130,
            ) from None
        for refusal in refusals:
            self.stderr.write(f"{refusal} {refusal.detail}")
        if refusals:
            raise CommandError(f"{len(refusals)} could not be rendered; they stay as they were.")

    def _verify(self) -> None:
        found = 0
        for difference in rebuild.differences(after=self._counting()):
            self.stdout.write(difference)
            found += 1
        if found:
            raise CommandError(f"{found} differences")
        self.stdout.write("identical to a rebuild")

    def _counting(self) -> Callable[[int], None]:
        """What tells every 1,000 things how many were compared; beside the differences, which a script may read."""
        total = sum(1 for _ in rebuild.everything())
        done = 0

        def count(number: int) -> None:
            nonlocal done
            done += number
            if done % 1000 == 0:
                self.stderr.write(f"{done} of {total}", self.style.NOTICE)

        return count

    def _explain(self, words: str) -> None:
        key = explain.find(words)
        if key is None or kinds.get("page").load([key[1]]) == {}:
            raise CommandError(f"There is no page {words}.")
        for line in _lines(explain.explain(key)):
            self.stdout.write(line)


def _lines(found: Explanation) -> Iterator[str]:
    yield _name(found.key) + (f", id {found.identity}" if found.identity else "")
    if found.publication is None:
        yield "Not published: nobody may see it."
    else:
        waits = found.publication.wanted - found.publication.rendered
        yield f"Published as {found.publication.type}" + (f"; {waits} renders wait for the worker" if waits else "")
        if found.publication.failure:
            yield f"The last render failed: {found.publication.failure}"
        houses = Houses()
        for placement in found.placements:
            house = houses.get(placement.site_id)
            yield f"  on {house.slug if house else placement.site_id}: {placement.url}"
        yield f"Depends on {len(found.dependencies)}:"
        yield from (f"  {_name(key)}" for key in found.dependencies)
    mentioning = ", ".join(f"{number} {kind}" for kind, number in found.reach.mentioning.items()) or "nothing"
    yield f"Its publishing renders again: {mentioning}; seen on {len(found.reach.sites)} sites in all."
    yield from (f"  {_name(key)}" for key in found.mentioning)
    if (more := sum(found.reach.mentioning.values()) - len(found.mentioning)) > 0:
        yield f"  and {more} more"


def _name(key: Key) -> str:
    kind, pk = key
    instance = kinds.get(kind).load([pk]).get(pk) if kinds.publishable(kind) else None
    return f"{kind} {pk}" + (f" ({instance})" if instance else "")
