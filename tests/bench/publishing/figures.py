"""Measuring, in a process of its own that has the database to itself (run.py): `python -m … requests|all FACTS OUT`.

Ours and stock's are done in turn, one page each, so that what slows the machine slows both.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import django

django.setup()

from django.db.models import F  # noqa: E402

from articles.models import Article, ArticleIndex  # noqa: E402
from cms.media.models import SiteImage  # noqa: E402
from cms.pipeline.publish import kinds, rebuild, worker  # noqa: E402
from cms.pipeline.publish.models import Identity, Placement, Publication, Touch  # noqa: E402
from cms.pipeline.publish.publishing import publishing  # noqa: E402
from tests.bench.delivery.content import SharedWithNational, say  # noqa: E402
from tests.bench.publishing import pages, stock  # noqa: E402


def requests(facts: dict[str, Any], rounds: int, many: int, most: int) -> dict[str, Any]:
    """An editor's requests: one article, and one that so many others mention; seconds each."""
    _quiet()
    index = ArticleIndex.objects.get(path__startswith=_root(facts["national"]))
    image, known = SiteImage.objects.latest("pk").pk, [one["pk"] for one in facts["articles"]]
    say("the database is quiet")
    made = [pages.lonely(index, image, known[number], number) for number in range(rounds)]
    figures: dict[str, Any] = {"single": _single(made, rounds)}
    say("one article, alone")
    figures["many"] = _fan_out(pages.lonely(index, image, known[0], rounds), _some(known, many), rounds)
    say(f"one that {many} pages mention")
    figures["most"] = _fan_out(pages.lonely(index, image, known[0], rounds + 1), _some(known, most), 1)
    return figures


def _single(made: list[Article], rounds: int) -> dict[str, list[float]]:
    """Round by round: the median over the articles, ours and stock's."""
    found: dict[str, list[float]] = {"ours": [], "stock": []}
    for number in range(-1, rounds):
        ours, theirs = [], []
        for page in made:
            ours.append(_timed(lambda page=page, number=number: edit(page.pk, f"{number} hos oss")))
            worker.drain(slow=False)
            with stock.alone():
                theirs.append(_timed(lambda page=page, number=number: edit_stock(page.pk, f"{number} i Wagtail")))
        if number >= 0:  # the first one warms up
            found["ours"].append(median(ours))
            found["stock"].append(median(theirs))
    return found


def _fan_out(target: Article, by: list[int], rounds: int) -> dict[str, Any]:
    """One article that these mention: what its editor waits for, and when everything is done."""
    pages.mention(target, by)
    found: dict[str, Any] = {"mentions": pages.mentions(target), "request": [], "done": [], "withdrawn": [], "left": 0}
    for number in range(rounds):
        request = _timed(lambda number=number: edit(target.pk, f"{number} som alla nämner"))
        found["request"].append(request)
        found["done"].append(request + _timed(lambda: worker.drain(slow=False)))
        found["withdrawn"].append(_timed(lambda: Article.objects.get(pk=target.pk).unpublish()))
        found["left"] += _still_told(target)
        worker.drain(slow=False)
        with publishing():
            Article.objects.get(pk=target.pk).get_latest_revision().publish()
        worker.drain(slow=False)
    return found


def _still_told(target: Article) -> int:
    """Where something of a withdrawn page still stands, before the worker has done anything."""
    identity = Identity.objects.get(kind="page", object_id=target.pk).uuid
    texts = Publication.objects.filter(body__contains=str(identity)).count()
    return texts + Placement.objects.filter(publication=identity).count()


def edit(pk: int, words: str) -> None:
    """What a press on "Publicera" does: the revision is saved and published, and our rows with it."""
    with publishing():
        _edit(pk, words)


def edit_stock(pk: int, words: str) -> None:
    """The same without anything of ours; Wagtail opens no transaction around it."""
    _edit(pk, words)


def _edit(pk: int, words: str) -> None:
    page = Article.objects.get(pk=pk)
    page.title = f"Rubrik {words}"
    page.lead = f"Våra medlemmar {words}."
    page.save_revision(log_action=True).publish()


def everything(facts: dict[str, Any], rounds: int, number: int) -> dict[str, Any]:
    """The same pages rendered by v2, stored anew by us as they stand, and stored from nothing; seconds a page."""
    _quiet()
    theirs, keys = stock.Rendering(), _some([one["pk"] for one in facts["articles"]], number)
    found: dict[str, list[float]] = {"standing": [], "nothing": [], "stock": []}
    for at in range(-1, rounds):
        standing = _timed(lambda: _publish(keys))
        rendered = _timed(lambda: [theirs.render(pk) for pk in keys])
        Publication.objects.filter(identity__in=Identity.objects.filter(kind="page", object_id__in=keys)).delete()
        nothing = _timed(lambda: _publish(keys))
        if at >= 0:
            found["standing"].append(standing / len(keys))
            found["stock"].append(rendered / len(keys))
            found["nothing"].append(nothing / len(keys))
    return found


def _quiet() -> None:
    """Nothing waits for the worker that its making left behind: each thing was rendered once, and is as it was."""
    kinds.register(SharedWithNational())
    Touch.objects.all().delete()
    Publication.objects.update(wanted=F("rendered"), behind_since=None)


def _publish(pks: list[int]) -> None:
    for start in range(0, len(pks), rebuild.BATCH):
        assert not rebuild.publish([("page", pk) for pk in pks[start : start + rebuild.BATCH]])


def _root(slug: str) -> str:
    from cms.sites.models import Frontend

    return str(Frontend.objects.get(slug=slug).site.root_page.path)


def _some(known: list[int], number: int) -> list[int]:
    return Random(number).sample(known, min(number, len(known)))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    what, facts, out, *numbers = sys.argv[1:]
    measure = {"requests": requests, "all": everything}[what]
    done = measure(json.loads(Path(facts).read_text()), *map(int, numbers))
    Path(out).write_text(json.dumps(done))
