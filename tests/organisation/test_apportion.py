"""Largest remainder: published figures, what the method promises, and what it does not."""

from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from organisation.apportion import Apportionment, Impossible, apportion
from organisation.ties import LotsMissing, Tie

# Many small numbers, so that ties and the minimum come up often, and some large ones.
WEIGHTS = st.lists(st.integers(0, 12) | st.integers(0, 300_000), min_size=1, max_size=12).filter(any)
SEATS = st.integers(1, 60)

# Sweden's election authority, 2010: those entitled to vote and the seats of the constituencies (val.se, regional
# elections, "fasta mandat"), with the remainders that it printed.
SKANE = {206_072: 29, 137_033: 19, 214_128: 30, 231_331: 32, 101_152: 14, 75_164: 10}
SKANE_REMAINDERS = ["0.61874", "0.03078", "0.73753", "0.12664", "0.04772", "0.43858"]
KALMAR = {29_418: 9, 23_552: 8, 36_110: 12, 28_986: 9, 49_868: 16, 19_849: 6}
DALARNA = {43_794: 15, 37_565: 13, 38_613: 13, 29_309: 10, 42_865: 14, 27_648: 9}

# The Swiss National Council of 2027: residents of the cantons at the end of 2024 and their seats, at least one each.
CANTONS = {
    1_620_020: 36, 1_071_216: 23, 437_944: 10, 38_275: 1, 168_931: 4, 39_662: 1, 45_345: 1, 42_371: 1, 133_739: 3,
    346_674: 8, 289_792: 6, 201_384: 4, 301_323: 7, 88_667: 2, 56_705: 1, 16_733: 1, 540_036: 12, 206_138: 4,
    735_808: 16, 299_509: 6, 358_903: 8, 855_106: 19, 371_288: 8, 179_518: 4, 531_102: 12, 74_840: 2,
}  # fmt: skip

# A congress: invented members of twenty districts, and their delegates, worked out apart from this code with `divmod`.
DISTRICTS = {
    6_120: 56, 3_480: 32, 2_230: 21, 1_410: 13, 1_205: 11, 1_040: 10, 980: 9, 905: 8, 860: 8, 795: 7,
    740: 7, 690: 6, 655: 6, 610: 6, 560: 5, 515: 5, 470: 4, 425: 4, 380: 4, 330: 3,
}  # fmt: skip


def outcome(found: Apportionment) -> list[tuple[int, int, int]]:
    return [(part.whole, part.extra, part.seats) for part in found.parts]


# --- figures ---


@pytest.mark.parametrize(
    ("seats", "minimum", "figures"),
    [(134, 0, SKANE), (60, 0, KALMAR), (74, 0, DALARNA), (200, 1, CANTONS), (225, 0, DISTRICTS)],
    ids=["Skåne", "Kalmar", "Dalarna", "National Council", "congress"],
)
def test_published_figures(seats: int, minimum: int, figures: dict[int, int]) -> None:
    found = apportion(list(figures), seats, minimum=minimum)
    assert found.seats == list(figures.values())
    assert found.ties == ()


def test_remainders_are_those_printed() -> None:
    parts = apportion(list(SKANE), 134).parts
    assert [f"{float(part.remainder):.5f}" for part in parts] == SKANE_REMAINDERS
    assert [part.whole for part in parts] == [28, 19, 29, 32, 14, 10]
    assert [part.extra for part in parts] == [1, 0, 1, 0, 0, 0]


@pytest.mark.parametrize("rule", ["listed", "larger"])
def test_a_tie_is_named(rule: str) -> None:
    """The three of 14 are equal in all that counts: also where the larger goes first, the list decides."""
    found = apportion([14, 14, 14, 18], 6, rule=rule)
    assert found.seats == [2, 1, 1, 2]
    assert found.ties == (Tie(units=(0, 1, 2), seats=1, to=(0,), rule="listed"),)


def test_the_larger_goes_first() -> None:
    """Quotas 0.5, 1.5 and 3: the last seat goes to the larger of the two, or to the first."""
    assert apportion([1, 3, 6], 5, rule="listed").seats == [1, 1, 3]
    found = apportion([1, 3, 6], 5, rule="larger")
    assert found.seats == [0, 2, 3]
    assert found.ties == (Tie((0, 1), 1, (1,), "larger"),)


def test_size_decides_as_far_as_it_can() -> None:
    """Quotas 0.5, 0.5, 1.5 and 0.5: the largest has one seat, the list decides who of the rest has the other."""
    found = apportion([1, 1, 3, 1], 3, rule="larger")
    assert found.seats == [1, 0, 2, 0]
    assert found.ties == (Tie((0, 1, 2, 3), 2, (2,), "larger"), Tie((0, 1, 3), 1, (0,), "listed"))


def test_size_may_only_tell_who_is_out() -> None:
    """Quotas 1.5, 0.5, 1.5 and 1.5, and two seats left: the small one is out, the list decides among the rest."""
    assert apportion([3, 1, 3, 3], 5, rule="larger").ties == (
        Tie((0, 1, 2, 3), 2, (), "larger"),
        Tie((0, 2, 3), 2, (0, 2), "listed"),
    )


def test_lots() -> None:
    found = apportion([14, 14, 14, 18], 6, rule="lot", lots=[3, 1, 2, None])
    assert found.seats == [1, 2, 1, 2]
    assert found.ties == (Tie((0, 1, 2), 1, (1,), "lot"),)


@pytest.mark.parametrize("lots", [[], [1, None, 2, 3], [1, 1, 2, 3]], ids=["none", "one missing", "the same twice"])
def test_lots_must_be_drawn(lots: list[int | None]) -> None:
    with pytest.raises(LotsMissing) as missing:
        apportion([14, 14, 14, 18], 6, rule="lot", lots=lots)
    assert missing.value.units == (0, 1, 2)
    assert apportion([14, 15, 16, 18], 6, rule="lot", lots=lots).ties == ()  # where nothing ties, none are needed


def test_the_minimum_lifts_and_leaves() -> None:
    """Quotas 0.5, 2.1 and 7.4: the first gets two; of eight the second has a claim to 1.77, and gets two as well."""
    found = apportion([50, 210, 740], 10, minimum=2)
    assert found.seats == [2, 2, 6]
    assert [part.lifted for part in found.parts] == [True, True, False]
    assert [part.quota for part in found.parts] == [Fraction(1, 2), Fraction(168, 95), 6]
    assert [part.remainder for part in found.parts] == [0, 0, 0]
    assert apportion([50, 210, 740], 10).seats == [1, 2, 7]


def test_a_unit_without_members_has_what_all_are_granted() -> None:
    assert apportion([0, 5, 5], 3).seats == [0, 2, 1]
    assert apportion([0, 5, 5], 3, minimum=1).seats == [1, 1, 1]


def test_numbers_that_floats_cannot_tell_apart() -> None:
    large = 10**17
    found = apportion([large, large + 1, large], 1)
    assert found.seats == [0, 1, 0]
    assert found.ties == ()


@pytest.mark.parametrize(
    ("weights", "seats", "minimum", "problem", "units"),
    [
        ([], 3, 0, "no units", ()),
        ([0, 0], 3, 0, "no weight", (0, 1)),
        ([0, 0], 3, 1, "no weight", (0, 1)),
        ([4, -1, 5], 3, 0, "negative weight", (1,)),
        ([4, 5], 0, 0, "no seats", ()),
        ([4, 5], 3, -1, "negative minimum", ()),
        ([4, 5], 3, 2, "minimum too high", ()),
    ],
)
def test_impossible(weights: list[int], seats: int, minimum: int, problem: str, units: tuple[int, ...]) -> None:
    with pytest.raises(Impossible) as impossible:
        apportion(weights, seats, minimum=minimum)
    assert (impossible.value.problem, impossible.value.units) == (problem, units)


# --- what the method promises ---


@given(WEIGHTS, SEATS, st.integers(0, 4), st.sampled_from(["listed", "larger"]))
def test_all_seats_and_no_less_than_the_minimum(weights: list[int], seats: int, minimum: int, rule: str) -> None:
    assume(minimum * len(weights) <= seats)
    found = apportion(weights, seats, minimum=minimum, rule=rule)
    assert sum(found.seats) == seats
    assert min(found.seats) >= minimum


@given(WEIGHTS, SEATS, st.integers(0, 4))
def test_quota_rule(weights: list[int], seats: int, minimum: int) -> None:
    """Nobody gets more than their quota rounded up; and none less than rounded down, if all reach the minimum."""
    assume(minimum * len(weights) <= seats)
    quotas = [Fraction(weight * seats, sum(weights)) for weight in weights]
    for got, quota in zip(apportion(weights, seats, minimum=minimum).seats, quotas, strict=True):
        assert got <= max(ceil(quota), minimum)
        if min(quotas) >= minimum:
            assert floor(quota) <= got


@given(WEIGHTS, SEATS, st.integers(0, 4), st.sampled_from(["listed", "larger"]))
def test_more_members_never_get_fewer(weights: list[int], seats: int, minimum: int, rule: str) -> None:
    """Whatever decides the ties; and equals differ by one at most."""
    assume(minimum * len(weights) <= seats)
    found = sorted(zip(weights, apportion(weights, seats, minimum=minimum, rule=rule).seats, strict=True))
    for (less, fewer), (more, got) in pairwise(found):
        assert fewer <= got if less < more else abs(fewer - got) <= 1


@given(WEIGHTS, SEATS, st.data())
def test_new_members_never_cost_a_seat(weights: list[int], seats: int, data: st.DataObject) -> None:
    """While all others stay as they are."""
    place = data.draw(st.integers(0, len(weights) - 1))
    grown = [*weights]
    grown[place] += data.draw(st.integers(1, 50))
    assert apportion(grown, seats).seats[place] >= apportion(weights, seats).seats[place]


@given(WEIGHTS, SEATS, st.integers(0, 2), st.integers(2, 1_000))
def test_scale_does_not_matter(weights: list[int], seats: int, minimum: int, scale: int) -> None:
    assume(minimum * len(weights) <= seats)
    scaled = [weight * scale for weight in weights]
    assert apportion(scaled, seats, minimum=minimum) == apportion(weights, seats, minimum=minimum)


@given(WEIGHTS, SEATS, st.integers(0, 2), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(weights: list[int], seats: int, minimum: int, random: object) -> None:
    """With lots never, with the larger first only among equals, and in listed order only if there is a tie."""
    assume(minimum * len(weights) <= seats)
    order = [*range(len(weights))]
    random.shuffle(order)
    shuffled = [weights[place] for place in order]

    def both(**rule: object) -> tuple[list[int], list[int]]:
        one = apportion(weights, seats, minimum=minimum, **rule)
        lots = {"lots": order} if rule.get("lots") else {}
        other = apportion(shuffled, seats, minimum=minimum, **rule | lots)
        return [one.seats[place] for place in order], other.seats

    drawn, drawn_shuffled = both(rule="lot", lots=[*range(len(weights))])
    assert drawn == drawn_shuffled
    large, large_shuffled = both(rule="larger")
    assert sorted(zip(shuffled, large, strict=True)) == sorted(zip(shuffled, large_shuffled, strict=True))
    if not apportion(weights, seats, minimum=minimum).ties:
        listed, listed_shuffled = both(rule="listed")
        assert listed == listed_shuffled


@given(WEIGHTS, SEATS, st.integers(0, 2))
@example([1, 1, 3, 1], 3, 0)
@example([3, 1, 3, 3], 5, 0)
def test_ties_are_named_exactly_when_a_rule_decided(weights: list[int], seats: int, minimum: int) -> None:
    """Then, and only then, do lots drawn the other way round give another outcome."""
    assume(minimum * len(weights) <= seats)
    lots = [*range(len(weights))]
    one = apportion(weights, seats, minimum=minimum, rule="lot", lots=lots)
    other = apportion(weights, seats, minimum=minimum, rule="lot", lots=lots[::-1])
    assert bool(one.ties) == (one.seats != other.seats)
    for rule in ("listed", "larger"):
        found = apportion(weights, seats, minimum=minimum, rule=rule)
        assert bool(found.ties) == bool(one.ties)
        for tie in found.ties:
            assert len(tie.to) <= tie.seats < len(tie.units)
            assert set(tie.to) <= set(tie.units)
            assert len({found.parts[place].remainder for place in tie.units}) == 1
        won = {place for tie in found.ties for place in tie.to}
        tied = {place for tie in found.ties for place in tie.units}
        assert won == {place for place in tied if found.parts[place].extra}
        assert not found.ties or len(won) == found.ties[0].seats


# --- monotone in seats? ---


def test_one_seat_more_may_cost_a_seat() -> None:
    """The Alabama paradox: largest remainder is not house monotone, which is why the number of seats is set first."""
    assert apportion([6, 6, 2], 10).seats == [4, 4, 2]
    assert apportion([6, 6, 2], 11).seats == [5, 5, 1]


@given(st.tuples(st.integers(0, 50), st.integers(0, 50)).filter(any), SEATS, st.sampled_from(["listed", "larger"]))
def test_of_two_units_none_loses_by_one_seat_more(weights: tuple[int, int], seats: int, rule: str) -> None:
    before, after = (apportion(weights, number, rule=rule).seats for number in (seats, seats + 1))
    assert all(less <= more for less, more in zip(before, after, strict=True))


@given(WEIGHTS, SEATS)
def test_whole_seats_never_shrink(weights: list[int], seats: int) -> None:
    """So one seat more costs at most one."""
    before, after = apportion(weights, seats), apportion(weights, seats + 1)
    for less, more in zip(before.parts, after.parts, strict=True):
        assert less.whole <= more.whole
        assert more.seats >= less.seats - 1
