"""kill -9 of web processes and worker at random points while editors publish: nothing lost, nothing doubled.

After each kill the worker drains and the law is checked before the editors go on. By chance gunicorn's own master
lives and puts new processes in the place of the dead, or it is killed too and started again.
"""

import time
from random import Random

from cms.pipeline.publish import worker
from tests.chaos import content, law
from tests.chaos.desk import Desk, Room
from tests.chaos.editor import DONE, LOST, REFUSED, Editor
from tests.chaos.installation import Installation, wait_for
from tests.chaos.ledger import Ledger
from tests.chaos.report import Report, percentiles
from tests.chaos.synced import fresh

EDITORS = 4
LONGEST = 0.5  # seconds from the publishing that a kill waits for to the kill: somewhere inside one of the next


def run(installation: Installation, report: Report, *, kills: int, publishes: int, seed: int) -> None:
    """The trial; figures and faults go into the report."""
    world = content.make(sites=3, articles=20, editors=EDITORS, seed=seed)
    with installation.running():
        copies = [fresh(installation, site.slug) for site in world.sites]
        ledger, started = Ledger(), time.monotonic()
        editors = [Editor(installation, name) for name in world.editors]
        room = Room([Desk(editor, world, number, ledger, seed) for number, editor in enumerate(editors)])
        back, behind = _kills(installation, report, room, ledger, Random(seed), kills, publishes)
        room.open()
        wait_for(lambda: ledger.count(DONE) >= publishes, "the last publishings", within=600)
        room.go_home()
        law.drained()
        report.faults += law.broken() + ledger.faults()
        report.faults += law.led_astray(installation, copies, once=True)
    refused = [entry.pressed for entry in ledger.entries if entry.pressed.outcome == REFUSED]
    # On SQLite a writer may have waited in vain for its turn, on a machine that is too slow for so many.
    odd = [pressed for pressed in refused if not (pressed.status == 503 and pressed.retry_after)]
    report.faults += [f"an editor was answered {pressed.status}: {pressed.said[:300]}" for pressed in odd]
    report.figures |= {
        "kills (web and worker each time)": len(back),
        "publishings answered with success": ledger.count(DONE),
        "answered with 503 and Retry-After": len(refused) - len(odd),
        "sent and never answered": ledger.count(LOST),
        "of these committed all the same": ledger.happened_unanswered(),
        "kills that left work to the next worker": sum(number > 0 for number in behind),
        "most of it (renders and touches)": max(behind, default=0),
        "from the kill to ready and drained": percentiles(back),
        "seconds in all": time.monotonic() - started,
    }


def _kills(
    installation: Installation, report: Report, room: Room, ledger: Ledger, chance: Random, kills: int, publishes: int
) -> tuple[list[float], list[int]]:
    """Each kill when so many were published; seconds until all was well again, and what the worker had left undone."""
    back, behind = [], []
    for number, point in enumerate(sorted(chance.sample(range(1, publishes), kills)), 1):
        room.open()
        wait_for(lambda point=point: ledger.count(DONE) >= point, f"publishing {point}", within=600, step=0.005)
        time.sleep(chance.uniform(0, LONGEST))
        killed = time.monotonic()
        master_lives = chance.random() < 0.5
        installation.worker.kill()
        installation.web.kill(only_children=master_lives)
        room.close()
        behind.append(worker.backlog())
        if not master_lives:
            installation.web.start()
        installation.worker.start()
        installation.wait_until_ready()
        law.drained()
        back.append(time.monotonic() - killed)
        found = law.broken() + ledger.faults()
        report.faults += [f"after kill {number}: {fault}" for fault in found]
        print(f"kill {number} of {kills} at publishing {ledger.count(DONE)}: {len(found)} faults", flush=True)
    return back, behind
