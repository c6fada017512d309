"""What must hold when all is quiet: the law, numbers without gap or double, and a log that leads to what is shown."""

from collections import defaultdict

from django.db import connection

from cms.pipeline.publish import rebuild, worker
from cms.pipeline.publish.models import Change
from tests.chaos.installation import Installation, wait_for
from tests.chaos.synced import Copy, fresh

Told = dict[object, tuple[str, str, str, str]]


def drained() -> float:
    """Wait until the running worker has nothing left; the seconds that it took."""
    connection.close()  # it may be one to a server that has died since
    return wait_for(lambda: worker.backlog() == 0, "the worker to finish")


def broken() -> list[str]:
    """Where the rows differ from a rebuild from nothing, and what is wrong with the numbers."""
    return [*rebuild.differences(), *_numbers()]


def _numbers() -> list[str]:
    faults: list[str] = []
    by_site: dict[int, list[int]] = defaultdict(list)
    last: dict[int, Told] = defaultdict(dict)
    columns = ("site_id", "seq", "identity", "op", "path", "content_hash", "reason")
    for site, seq, identity, *what in Change.objects.order_by("site", "seq").values_list(*columns):
        by_site[site].append(seq)
        if last[site].get(identity) == tuple(what) and what[-1] == "published":
            faults.append(f"site {site}: {identity} was told twice of the same publishing, at last with {seq}")
        last[site][identity] = tuple(what)
    for site, numbers in by_site.items():
        if numbers != list(range(1, len(numbers) + 1)):
            faults.append(f"site {site}: its numbers have a gap or a double")
    return faults


def led_astray(installation: Installation, copies: list[Copy], *, once: bool = False) -> list[str]:
    """Whether copies that followed hold what one holds that begins now. `once`: each thing may have come only once."""
    faults = []
    for copy in copies:
        copy.catch_up()
        faults += copy.faults
        now = fresh(installation, copy.site)
        faults += now.faults
        wrong = [key for key in {*copy.held, *now.held} if copy.held.get(key) != now.held.get(key)]
        if wrong:
            faults.append(f"{copy.site}: {len(wrong)} things differ from a fresh sync, such as {wrong[0]}")
        if once and (twice := [key for key, times in copy.told.items() if times > 1]):
            faults.append(f"{copy.site}: {len(twice)} things came more than once, such as {twice[0]}")
    return faults
