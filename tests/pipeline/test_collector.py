"""The garbage collector rests while a part is made, and works again when the last part is done."""

import gc
from collections.abc import Iterator

import pytest

from cms.pipeline.publish import collector, flush


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_works_again_when_the_last_is_done() -> None:
    with collector.resting():
        with collector.resting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_fault_wakes_it() -> None:
    with pytest.raises(ZeroDivisionError), collector.resting():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_who_does_without_it_goes_on_so() -> None:
    gc.disable()
    with collector.resting():
        pass
    assert not gc.isenabled()


def test_a_part_of_a_flush_is_made_in_peace(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(flush, "publish_things", lambda *args: seen.append(gc.isenabled()) or {})
    flush._in_parts({("page", 1): flush.Reason.CHANGED}, set(), flush.RenderContext())
    assert seen == [False]
