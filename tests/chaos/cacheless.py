"""Redis dies, comes back, and then hangs: reads and publishing go on."""

import signal
import time

from tests.chaos import content, law, readers
from tests.chaos.desk import Desk, Room
from tests.chaos.editor import DONE, Editor
from tests.chaos.installation import Installation
from tests.chaos.ledger import Ledger
from tests.chaos.readers import Readers
from tests.chaos.report import Report, percentiles
from tests.chaos.services import Redis

PHASE = 8.0  # seconds
READERS, EDITORS = 3, 1
ORIGIN = "https://distrikt-00.example.se"


def run(installation: Installation, report: Report, server: Redis) -> None:
    world = content.make(sites=3, articles=20, editors=EDITORS)
    ledger = Ledger()
    with installation.running():
        room = Room([Desk(Editor(installation, name), world, n, ledger, 0) for n, name in enumerate(world.editors)])
        # Browsers: whether a site's scripts may read is remembered in Redis, and asked with every request.
        reading = Readers(installation, readers.mixed(installation, world), READERS, origin=ORIGIN)
        reading.start()
        room.open()
        phases = {"there": lambda: None, "killed": lambda: server.signal(signal.SIGKILL), "back": server.start}
        phases |= {"hanging": lambda: server.signal(signal.SIGSTOP), "awake": lambda: server.signal(signal.SIGCONT)}
        for name, change in phases.items():
            change()
            begin, before = time.monotonic(), ledger.count(DONE)
            time.sleep(PHASE)
            found = reading.between(begin, time.monotonic())
            report.figures[f"Redis {name}: answers a second"] = len(found) / PHASE
            report.figures[f"Redis {name}: how long they took"] = percentiles([one.seconds for one in found])
            report.figures[f"Redis {name}: publishings"] = ledger.count(DONE) - before
            if not found or ledger.count(DONE) == before:
                report.faults.append(f"nothing went on while Redis was {name}")
        room.go_home()
        reading.stop()
        law.drained()
        report.faults += law.broken() + ledger.faults()
    statuses = [one.status for one in reading.samples if one.status != 200]
    report.faults += [f"a reader was answered {status}" for status in statuses]
    odd = [entry.pressed for entry in ledger.entries if entry.pressed.outcome != DONE]
    report.faults += [f"an editor was answered {pressed.status}: {pressed.said[:300]}" for pressed in odd]
