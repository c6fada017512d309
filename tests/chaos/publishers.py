"""Sixteen publishers and four sync readers on PostgreSQL: no reader out of order, no deadlock that reaches anybody.

Unlike the other trials', these publishers share all articles: they publish the same ones, also drafts that were never
public, withdraw and move them, while the worker renders what mentions them.
"""

import threading
import time
from collections import Counter
from itertools import count
from random import Random

from django.db import connection

from articles.models import Article, ArticleIndex
from cms.pipeline.publish.publishing import publishing
from tests.chaos import content, law
from tests.chaos.content import World
from tests.chaos.editor import DONE, Editor, Pressed
from tests.chaos.installation import Installation
from tests.chaos.report import Report, percentiles
from tests.chaos.synced import fresh

PUBLISHERS, READERS = 16, 4
ARTICLES = 12  # a site: few, so that they meet
DRAFTS = 200  # that two publishers publish for the first time at once
# 404: it is not there (any more); 403: Wagtail does not unpublish what is not public.
NOT_THERE = {404, 403}
_numbers = count(1)


class Publisher(threading.Thread):
    """Does one thing after the other to articles that the others do things to as well."""

    def __init__(self, editor: Editor, world: World, drafts: list[int], number: int, seed: int) -> None:
        super().__init__(daemon=True)
        self.editor, self.world, self.chance = editor, world, Random(f"{seed}:{number}")
        # Two publishers have the same drafts in the same order.
        self.drafts = drafts[number // 2 :: PUBLISHERS // 2]
        self.until = 0.0
        self.pressed: list[tuple[str, float, Pressed]] = []

    def run(self) -> None:
        while (begun := time.monotonic()) < self.until:
            name, pressed = self.press()
            self.pressed.append((name, time.monotonic() - begun, pressed))

    def press(self) -> tuple[str, Pressed]:
        chance, editor, world = self.chance, self.editor, self.world
        title, mentions = f"Utgåva {next(_numbers)}", content.targets(self.chance, self.world.hub, self.world.articles)
        address, pk, site = title.lower().replace(" ", "-"), chance.choice(world.articles), chance.choice(world.sites)
        share = chance.random()
        if share < 0.15 and self.drafts:
            pk = self.drafts.pop()
            return "publish a draft", editor.publish(pk, title, f"utkast-{pk}", mentions)
        if share < 0.25:
            return "write", editor.write(site.index, title, address, mentions)
        if share < 0.32:
            return "unpublish", editor.unpublish(pk)
        if share < 0.38:
            return "move", editor.move(pk, site.index)
        slug = address if share < 0.48 else f"sida-{pk}"
        return "publish", editor.publish(pk, title, slug, mentions)


class Reader(threading.Thread):
    """Follows one site by delta sync, all the time."""

    def __init__(self, installation: Installation, site: str) -> None:
        super().__init__(daemon=True)
        self.copy, self.stopped = fresh(installation, site), threading.Event()

    def run(self) -> None:
        while not self.stopped.is_set():
            self.copy.catch_up()
            time.sleep(0.05)


def run(installation: Installation, report: Report, *, minutes: float, seed: int) -> None:
    world = content.make(sites=4, articles=ARTICLES, editors=PUBLISHERS, seed=seed)
    drafts = _drafts(world)
    with installation.running():
        editors = [Editor(installation, name) for name in world.editors]
        readers = [Reader(installation, world.sites[n % len(world.sites)].slug) for n in range(READERS)]
        publishers = [Publisher(editor, world, drafts, n, seed) for n, editor in enumerate(editors)]
        before = _deadlocks()
        for publisher in publishers:
            publisher.until = time.monotonic() + 60 * minutes
        for thread in [*readers, *publishers]:
            thread.start()
        for publisher in publishers:
            publisher.join(60 * minutes + 150)
        drained = law.drained()
        for reader in readers:
            reader.stopped.set()
            reader.join(30)
        report.faults += law.broken() + law.led_astray(installation, [reader.copy for reader in readers])
    pressed = [one for publisher in publishers for one in publisher.pressed]
    odd = [(name, one) for name, _, one in pressed if one.outcome != DONE and one.status not in NOT_THERE]
    report.faults += [f"{name} was answered {one.status}: {one.said[:400]}" for name, one in odd]
    waits = [seconds for _, seconds, one in pressed if one.outcome == DONE]
    report.figures |= {
        f"{name}: done": n for name, n in sorted(Counter(n for n, _, p in pressed if p.outcome == DONE).items())
    }
    report.figures |= {
        "how long they took": percentiles(waits),
        "refused, since it was not there any more": sum(one.status in NOT_THERE for _, _, one in pressed),
        "changes read by sync readers": sum(reader.copy.changes for reader in readers),
        "answers to sync readers": sum(reader.copy.answers for reader in readers),
        "deadlocks that PostgreSQL broke": _deadlocks() - before,
        "deadlocks that reached anybody": sum("deadlock" in one.said for _, one in odd),
        "drained after the end (s)": drained,
    }


def _drafts(world: World) -> list[int]:

    made = []
    with publishing(alone=True):
        index = ArticleIndex.objects.get(pk=world.sites[0].index)
        for number in range(DRAFTS):
            page = index.add_child(instance=Article(title=f"Utkast {number}", slug=f"utkast-{number}", live=False))
            made.append(page.pk)
    return made


def _deadlocks() -> int:
    """Of this database, since it was made; PostgreSQL counts with a delay of up to a second."""
    time.sleep(1.5)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_stat_clear_snapshot(), deadlocks FROM pg_stat_database WHERE datname = current_database()"
        )
        number: int = cursor.fetchone()[1]
    return number
