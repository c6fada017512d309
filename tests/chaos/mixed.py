"""A mixed load: readers without pause and an editor every few seconds, for as long as memory needs to show a leak.

80% pages, 15% lists, 5% searches. An article counts as visible when its page and the site's newest list show the new
title; the clock starts when the editor presses the button.
"""

import threading
import time
from pathlib import Path
from random import Random

from cms.pipeline.publish.models import Identity
from tests.chaos import content, law, readers
from tests.chaos.content import World
from tests.chaos.editor import DONE, Editor, Pressed
from tests.chaos.installation import Installation
from tests.chaos.readers import Readers
from tests.chaos.report import Report, percentiles
from tests.chaos.synced import fresh

READERS, EVERY = 4, 5.0  # seconds
WARM = 2 * 60.0  # seconds until the first measuring, or a third of a short trial
LIMIT = 0.05  # of memory
VISIBLE = 2.0  # seconds


class Publisher(threading.Thread):
    """Publishes an article every few seconds and looks for it as a reader would."""

    def __init__(self, installation: Installation, world: World) -> None:
        super().__init__(daemon=True)
        self.installation, self.world = installation, world
        self.editor, self.chance = Editor(installation, world.editors[0]), Random(0)
        self.addresses = {pk: _address(pk) for pk in world.articles}
        self.stopped = threading.Event()
        self.answered: list[float] = []
        self.visible: list[float] = []
        self.odd: list[Pressed] = []

    def run(self) -> None:
        number = 0
        while not self.stopped.wait(EVERY):
            number += 1
            self.publish(f"Nyhet {number}")

    def publish(self, title: str) -> None:
        site = self.chance.choice(self.world.sites)
        pk = self.chance.choice(site.articles)
        mentions = content.targets(self.chance, self.world.hub, self.world.articles)
        begun = time.monotonic()
        pressed = self.editor.publish(pk, title, f"sida-{pk}", mentions)
        self.answered.append(time.monotonic() - begun)
        if pressed.outcome != DONE:
            self.odd.append(pressed)
            return
        paths = [f"/api/v1/sites/{site.slug}/pages/{self.addresses[pk]}/"]
        paths.append(f"/api/v1/sites/{site.slug}/pages/?type=article&order=-updated_at&limit=5")
        while not all(title.encode() in self.installation.get(path).body for path in paths):
            if time.monotonic() - begun > 60:
                break
            time.sleep(0.02)
        self.visible.append(time.monotonic() - begun)


def _address(pk: int) -> str:
    return str(Identity.objects.get(kind="page", object_id=pk).pk)


def run(installation: Installation, report: Report, *, minutes: float) -> None:
    world = content.make(sites=3, articles=20, editors=1)
    length = 60 * minutes
    with installation.running():
        copies = [fresh(installation, site.slug) for site in world.sites]
        reading, publisher = (
            Readers(installation, readers.mixed(installation, world), READERS),
            Publisher(installation, world),
        )
        begun = time.monotonic()
        reading.start()
        publisher.start()
        warm = min(WARM, length / 3)
        time.sleep(warm)
        memory = [_memory(installation)]
        while (left := begun + length - time.monotonic()) > 0:
            time.sleep(min(60, left))
            memory.append(_memory(installation))
            told = ", ".join(f"{name} {size:.0f}" for name, size in memory[-1].items())
            print(f"minute {(time.monotonic() - begun) / 60:.1f}: MB {told}", flush=True)
        publisher.stopped.set()
        publisher.join(90)
        reading.stop()
        law.drained()
        report.faults += law.broken() + law.led_astray(installation, copies)
    statuses = [one.status for one in reading.samples if one.status != 200]
    report.faults += [f"a reader was answered {status}" for status in statuses]
    report.faults += [f"the editor was answered {one.status}: {one.said[:300]}" for one in publisher.odd]
    first, last = (sum(sizes.values()) for sizes in (memory[0], memory[-1]))
    slow = sorted(publisher.visible)[int(0.99 * len(publisher.visible))] if publisher.visible else float("inf")
    if last > first * (1 + LIMIT):
        report.faults.append(f"memory grew by {last / first - 1:.1%}")
    if slow > VISIBLE:
        report.faults.append(f"a publishing in a hundred was visible after {slow:.1f} s")
    report.figures |= {
        "minutes": minutes,
        "answers": len(reading.samples),
        "answers a second": len(reading.samples) / length,
        "how long they took": percentiles([one.seconds for one in reading.samples]),
        "answers that were not 200": len(statuses),
        "publishings": len(publisher.visible),
        "until the editor was answered": percentiles(publisher.answered),
        "until it was visible": percentiles(publisher.visible),
        f"memory after {warm:.0f} s (MB)": first,
        "memory at the end (MB)": last,
        "growth": f"{last / first - 1:+.1%}",
    }


def _memory(installation: Installation) -> dict[str, float]:
    """What web and worker take, in MB: their share of what they share (PSS)."""
    return {
        name: sum(_pss(pid) for pid in process.pids())
        for name, process in (("web", installation.web), ("worker", installation.worker))
    }


def _pss(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0
