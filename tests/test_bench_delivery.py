"""The pure parts of the delivery benchmark: what is generated, what is compared, what is judged."""

import json
from datetime import UTC, datetime

import pytest

from tests.bench.delivery import load, reading, table, words
from tests.bench.delivery.table import Bar, Row


def row(**fields: object) -> Row:
    return Row(**{"case": "cards", "database": "sqlite", "against": "stock v2", "ours": 200.0, "peer": 5.0} | fields)


class TestWords:
    def test_a_number_says_the_same_each_time(self) -> None:
        assert [words.article(number, 5) for number in range(5)] == [words.article(number, 5) for number in range(5)]

    def test_five_articles_differ(self) -> None:
        texts = [words.article(number, 5) for number in range(5)]
        for name in ("title", "slug", "lead", "date"):
            assert len({getattr(text, name) for text in texts}) == 5, name

    def test_what_they_say_has_not_changed_without_a_new_version(self) -> None:
        text = words.article(3, 5)
        assert (words.VERSION, text.title, text.tags) == (
            1,
            "Alla lyfter tillgänglig sig kvällen 3",
            ("Hälsa", "Möten", "Vård"),
        )

    def test_a_link_leads_to_an_article_that_was_made_before(self) -> None:
        assert all(words.article(number, 50).link < number for number in range(1, 50))

    def test_ten_thousand_dates_are_ten_thousand(self) -> None:
        assert len({words.date(number, 10_000) for number in range(10_000)}) == 10_000

    def test_a_body_holds_text_picture_and_link(self) -> None:
        blocks = json.loads(words.stream(words.article(1, 5), image=7, page=9))
        picture = next(block["value"] for block in blocks if block["type"] == "image")
        assert picture["image"] == 7
        assert 'linktype="page" id="9"' in blocks[0]["value"]
        assert len({block["id"] for block in blocks}) == len(blocks)


class TestRatios:
    def test_more_answers_a_second_are_better(self) -> None:
        assert row(floor=400.0).ratio_peer == 40
        assert row(floor=400.0).ratio_floor == 0.5

    def test_fewer_seconds_are_better(self) -> None:
        assert row(ours=2.0, peer=90.0, floor=None, unit="s").ratio_peer == 45

    def test_what_was_not_measured_has_no_ratio(self) -> None:
        only_floor = row(peer=None, floor=400.0)
        assert only_floor.record() == {
            "case": "cards, against stock v2",
            "database": "sqlite",
            "ours": 200.0,
            "peer": None,
            "floor": 400.0,
            "ratio_peer": None,
            "ratio_floor": 0.5,
            "unit": "req/s",
        }

    @pytest.mark.parametrize(("least", "marked"), [(40, False), (40.1, True)])
    def test_what_is_under_its_bar_is_marked(self, least: float, marked: bool) -> None:
        assert ("under" in row(floor=None, bar_peer=Bar(least, 60)).line()) is marked


class TestNoise:
    def test_a_quiet_machine(self) -> None:
        assert table.noise([100.0, 110.0, 100.0]) == pytest.approx(0.1)
        assert "TOO NOISY" not in table.verdict([100.0, 110.0, 100.0])

    def test_a_noisy_one(self) -> None:
        assert "TOO NOISY" in table.verdict([100.0, 116.0, 100.0])


class TestRuns:
    @pytest.mark.parametrize(("once", "seconds"), [(0.002, 3), (0.1, 3), (0.2, 4), (30, load.AT_MOST)])
    def test_slow_answers_are_given_time(self, once: float, seconds: float) -> None:
        assert load.lasting(3, once, workers=2) == pytest.approx(seconds)


class TestReading:
    OURS = {
        "title": "Torget",
        "lead": "Våra medlemmar",
        "published_at": "2025-01-02T03:00:00Z",
        "tags": [{"slug": "vard", "name": "Vård"}, {"slug": "barn", "name": "Barn"}],
        "url": "https://a.test/torget/",
        "image": {"renditions": [{"url": "https://a.test/1.jpg"}]},
        "body": [{"type": "paragraph"}],
    }
    STOCK = {
        "title": "Torget",
        "lead": "Våra medlemmar",
        "date": "2025-01-02T04:00:00+01:00",
        "tags": ["Barn", "Vård"],
        "meta": {"html_url": "https://a.test/torget/"},
        "image_rendition": {"url": "/1.jpg"},
        "body": [{"type": "paragraph"}],
    }

    def test_equal_answers_say_the_same(self) -> None:
        for mine in (self.OURS, {"kind": "page", "page": self.OURS}, {"results": [self.OURS]}):
            assert reading.ours(mine) == reading.stock(self.STOCK) == reading.stock({"items": [self.STOCK]})
        assert reading.ours(self.OURS)[0].date == datetime(2025, 1, 2, 3, tzinfo=UTC)

    @pytest.mark.parametrize("name", ["title", "lead", "date", "tags", "body", "image_rendition"])
    def test_whatever_lacks_is_seen(self, name: str) -> None:
        poorer = self.STOCK | {name: type(self.STOCK[name])()} if name != "date" else self.STOCK | {name: "2025-01-02"}
        assert reading.stock(poorer)[0] != reading.ours(self.OURS)[0]
