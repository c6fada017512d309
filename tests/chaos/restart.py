"""PostgreSQL stops under load and comes back: 503 with Retry-After meanwhile, and nobody has to do anything after.

It is stopped in turn as by a tidy restart (`fast`: everybody is sent away) and as by a crash (`immediate`).
"""

import time
from dataclasses import dataclass

from tests.chaos import content, law, readers
from tests.chaos.desk import Desk, Room
from tests.chaos.editor import DONE, LOST, Editor
from tests.chaos.installation import Installation, wait_for
from tests.chaos.ledger import Entry, Ledger
from tests.chaos.readers import Readers, Sample
from tests.chaos.report import Report, percentiles
from tests.chaos.services import Cluster
from tests.chaos.synced import fresh

QUIET, AWAY = 4.0, 3.0  # seconds: between two stops, and without a server
READERS, EDITORS = 4, 2


@dataclass(frozen=True)
class Gap:
    """From the order to stop until connections were accepted again."""

    begin: float
    end: float

    def holds(self, begun: float, ended: float) -> bool:
        """Whether a request that lasted so long met the gap."""
        return begun <= self.end and ended >= self.begin


def run(installation: Installation, report: Report, cluster: Cluster, *, rounds: int) -> None:
    world = content.make(sites=3, articles=20, editors=EDITORS)
    ledger = Ledger()
    with installation.running():
        copies = [fresh(installation, site.slug) for site in world.sites]
        editors = [Editor(installation, name) for name in world.editors]
        room = Room([Desk(editor, world, number, ledger, 0) for number, editor in enumerate(editors)])
        reading = Readers(installation, readers.mixed(installation, world), READERS)
        reading.start()
        room.open()
        gaps = [_gap(cluster, ("fast", "immediate")[number % 2]) for number in range(rounds)]
        time.sleep(QUIET)
        room.go_home()
        reading.stop()
        drained = law.drained()
        report.faults += law.broken() + ledger.faults() + law.led_astray(installation, copies)
    report.faults += _of_readers(reading.samples, gaps) + _of_editors(ledger.entries, gaps)
    bad = [one for one in reading.samples if one.status != 200]
    late = [one.ended - gap.end for gap in gaps for one in bad if gap.begin <= one.begun <= gap.end]
    report.figures |= {
        "stops": rounds,
        "answers to readers": len(reading.samples),
        "of these 503": sum(one.status == 503 for one in bad),
        "how long a 503 took": percentiles([one.seconds for one in bad]),
        "the last 503 after the server was back (s)": max(late, default=0.0),
        "publishings answered with success": ledger.count(DONE),
        "answered with 503": sum(entry.pressed.status == 503 for entry in ledger.entries),
        "drained after the end (s)": drained,
    }


def _gap(cluster: Cluster, mode: str) -> Gap:
    time.sleep(QUIET)
    begin = time.monotonic()
    cluster.stop(mode)
    time.sleep(AWAY)
    cluster.start()
    wait_for(cluster.accepts, "PostgreSQL")
    return Gap(begin, time.monotonic())


def _of_readers(samples: list[Sample], gaps: list[Gap]) -> list[str]:
    faults = []
    for one in samples:
        if one.status == 200:
            continue
        if one.status != 503 or not one.retry_after:
            faults.append(f"a reader was answered {one.status} with Retry-After {one.retry_after!r}")
        elif not any(gap.holds(one.begun, one.ended) for gap in gaps):
            faults.append("a reader was answered 503 while PostgreSQL was there")
    return faults


def _of_editors(entries: list[Entry], gaps: list[Gap]) -> list[str]:
    faults = []
    for entry in entries:
        pressed = entry.pressed
        if pressed.outcome == DONE:
            continue
        if pressed.outcome == LOST or pressed.status != 503 or not pressed.retry_after:
            faults.append(f"an editor was answered {pressed.status}: {pressed.said[-300:]!r}")
        elif not any(gap.holds(entry.begun, entry.ended) for gap in gaps):
            faults.append("an editor was answered 503 while PostgreSQL was there")
    return faults
