"""The pure parts of the benchmarks of publishing and of scale, and that stock Wagtail runs without us."""

import argparse
import json
from pathlib import Path

import pytest

from cms.pipeline.publish.models import Change
from tests.bench.delivery import table
from tests.bench.delivery.table import Row
from tests.bench.publishing import pages, rows, stock
from tests.bench.scale import rows as scale
from tests.build import Branch, make_article, make_page

FAN = {"mentions": 1000, "request": [0.3], "done": [12.0], "withdrawn": [0.5], "left": 0}
FOUND = {"single": {"ours": [0.2, 0.1, 0.3], "stock": [0.1, 0.2, 0.3]}, "many": FAN, "most": FAN | {"mentions": 5000}}


class TestRows:
    def test_a_request_is_the_median_beside_stocks(self) -> None:
        first = rows.of_requests("sqlite", FOUND)[0]
        assert (first.ours, first.peer, first.ratio_peer) == (0.2, 0.2, 1)
        assert not first.line().count("under")

    def test_what_takes_longer_than_its_bar_is_marked(self) -> None:
        slow = FOUND | {"single": {"ours": [0.28], "stock": [0.2]}, "many": FAN | {"withdrawn": [1.1], "done": [21.0]}}
        marked = [row.case for row in rows.of_requests("sqlite", slow) if "under" in row.line()]
        assert marked == [
            "publish one article",
            "publish one that 1,000 pages mention: all done",
            "withdraw one that 1,000 pages mention",
        ]

    def test_beyond_a_thousand_mentions_there_is_no_bar(self) -> None:
        slow = FOUND | {"most": FAN | {"request": [90.0], "done": [90.0], "withdrawn": [90.0]}}
        assert not any("under" in row.line() for row in rows.of_requests("sqlite", slow))

    def test_publish_all_is_judged_by_the_page(self) -> None:
        standing, nothing = rows.of_everything("sqlite", {"stock": [0.03], "standing": [0.01], "nothing": [0.02]})
        assert "under" not in standing.line()
        assert "under" in nothing.line()

    def test_what_was_not_measured_now_stands_in_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(table, "FILE", tmp_path / "bench.json")
        one = Row("cards", "sqlite", "stock v2", 200.0, 5.0, None)
        table.write([one, Row("page", "sqlite", "stock v2", 20.0, 5.0, None)])
        table.write([Row("cards", "sqlite", "stock v2", 300.0, 5.0, None)])
        held = {record["case"]: record["ours"] for record in json.loads(table.FILE.read_text())}
        assert held == {"cards, against stock v2": 300.0, "page, against stock v2": 20.0}


class TestScale:
    OPTIONS = argparse.Namespace(sites=1000, private=1000, articles=10_000)

    def _found(self, **more: object) -> dict[str, dict[str, object]]:
        return {"20 cards": {"seconds": [0.01] * 20, "queries": 3, "told": [["a"]]} | more}

    def test_half_as_long_again_is_too_long(self) -> None:
        (row,) = scale.of([self._found()], [self._found(seconds=[0.016] * 20)], 100_000, self.OPTIONS)
        assert "under" in row.line()

    def test_the_same_is_as_it_should_be(self) -> None:
        assert scale.differences([self._found()], [self._found()]) == []

    @pytest.mark.parametrize("more", [{"queries": 4}, {"told": [["b"]]}])
    def test_more_queries_or_another_answer_are_told(self, more: dict[str, object]) -> None:
        assert len(scale.differences([self._found()], [self._found(**more)])) == 1


@pytest.mark.django_db
class TestStock:
    def test_alone_it_writes_nothing_of_ours(self, vantor: Branch) -> None:
        article = make_article(vantor)
        before = Change.objects.count()
        with stock.alone():
            article.title = "Bara i Wagtail"
            article.save_revision().publish()
        assert Change.objects.count() == before
        article.title = "Hos oss igen"
        article.save_revision().publish()
        assert Change.objects.count() > before

    def test_a_mention_is_one(self, vantor: Branch) -> None:
        target, mentioning = make_page(vantor), [make_article(vantor, f"Artikel {number}") for number in range(3)]
        pages.mention(target, [article.pk for article in mentioning])
        assert pages.mentions(target) == 3
