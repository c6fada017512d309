"""The caches before the API: how they are, and losing all that they hold."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.sites.purge import follow, state


class Command(BaseCommand):
    help = (
        "Tell the caches in CACHE_PURGE_URLS what they have not been told yet, and say how each of them is; exit code "
        "1 if one does not take it. With --everything each loses all that it holds. "
        "Example: manage.py purge --everything"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--everything", action="store_true", help="Not only what changed: all that is stored.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.CACHE_PURGE_URLS:
            raise CommandError("CACHE_PURGE_URLS is empty: no cache is told anything. See docs/operate/cache.md.")
        told = follow.now(empty=options["everything"])
        self.stdout.write(f"{told} tags were taken.")
        caches = state.now()
        for cache in caches:
            self.stdout.write(f"{cache.url}: {self._how(cache)}")
        if any(cache.failures for cache in caches):
            raise CommandError("What a cache did not take, the worker tries again.")

    def _how(self, cache: state.CacheState) -> str:
        if cache.failures:
            return f"has taken nothing for {cache.failing:.0f} s, {cache.failures} tries; the last: {cache.failure}"
        return f"takes what it is told, {cache.tags} tags so far"
