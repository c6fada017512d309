"""What a meeting's choice comes to, without a database."""

from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisation.board.places import Board, Held, Known, Place
from organisation.board.plan import Asked, Newcomer, Plan, SeveralOfThatName, plan
from tests.build import day

DAYS = range(-4, 5)
PEOPLE = range(1, 6)
KEYS = ("chair", "member", "deputy")


def place(key: str, *held: Held) -> Place:
    return Place(key, key, key, key, 1, 1, key != "chair", held)


def register(*consents: str) -> tuple[Known, ...]:
    return tuple(Known(pk, f"Namn{pk} Exempel", consents[pk - 1] if consents else "yes") for pk in PEOPLE)


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """Boards with past, present, coming, overlapping and empty assignments."""
    numbers = count(1)
    periods = st.tuples(
        st.sampled_from(DAYS), st.none() | st.integers(0, 6), st.sampled_from(PEOPLE), st.integers(0, 2)
    )
    places = []
    for key in KEYS:
        held = [
            Held(next(numbers), person, day(start), None if length is None else day(start + length), order)
            for start, length, person, order in draw(st.lists(periods, max_size=4))
        ]
        places.append(place(key, *held))
    return Board(1, 1, tuple(places), register())


PEOPLE_ASKED = st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True).map(tuple)
ASKED = st.builds(Asked, st.sampled_from(DAYS).map(day), st.fixed_dictionaries(dict.fromkeys(KEYS, PEOPLE_ASKED)))


def carried_out(board: Board, planned: Plan) -> Board:
    """The plan over again, in memory: written apart from the code that writes to the database."""
    numbers = count(1000)
    gone = {lapse.held.pk for lapse in planned.lapses}
    ended = {end.held.pk for end in planned.ends}
    stays = {stay.held.pk: stay for stay in planned.stays}
    places = []
    for one in board.places:
        held = []
        for old in one.held:
            if old.pk in stays:
                held.append(Held(old.pk, old.person, stays[old.pk].start, None, stays[old.pk].order))
            elif old.pk in ended:
                held.append(Held(old.pk, old.person, old.start, planned.day, old.order))
            elif old.pk not in gone:
                held.append(old)
        new = [start for start in planned.starts if start.key == one.key]
        held += [Held(next(numbers), start.who, planned.day, None, start.order) for start in new]
        held.sort(key=lambda row: (row.order, row.start, row.pk))
        places.append(place(one.key, *held))
    return Board(board.unit, board.body, tuple(places), board.people)


@given(boards(), ASKED)
def test_the_plan_leads_to_the_board_that_is_asked_for(board: Board, asked: Asked) -> None:
    after = carried_out(board, plan(board, asked))
    for key in KEYS:
        for later in (0, 1, 3, 30):
            assert after.place(key).holders(asked.day + timedelta(later)) == list(asked.posts[key])
        for earlier in (1, 2, 3, 9):
            before = asked.day - timedelta(earlier)
            assert set(after.place(key).holders(before)) == set(board.place(key).holders(before))
    assert plan(after, asked).is_empty


@given(boards(), ASKED)
def test_who_stays_keeps_the_assignment(board: Board, asked: Asked) -> None:
    planned = plan(board, asked)
    for key in KEYS:
        already = {held.person for held in board.place(key).held if held.lasts_beyond(asked.day)}
        assert {stay.held.person for stay in planned.stays if stay.key == key} == already & set(asked.posts[key])
    assert not planned.leaving & planned.people
    assert all(end.held.start < asked.day for end in planned.ends)
    assert all(lapse.held.start >= asked.day for lapse in planned.lapses)


def test_a_name_of_the_register_is_that_person() -> None:
    board = Board(1, None, (place("chair"),), register("none", "withdrawn", "yes", "yes", "yes"))
    who = Newcomer("  namn1   EXEMPEL", agrees=True)
    planned = plan(board, Asked(day(), {"chair": (who, 1, Newcomer("Namn2 Exempel", agrees=True))}))
    assert [start.who for start in planned.starts] == [1, 2]
    assert planned.newcomers == []
    assert planned.consents == (1,)  # a consent that was withdrawn stays withdrawn
    twins = Board(1, None, (place("chair"),), (*register(), Known(9, "Namn1 Exempel", "yes")))
    with pytest.raises(SeveralOfThatName):
        plan(twins, Asked(day(), {"chair": (who,)}))


def test_a_new_name_on_two_posts_is_one_person() -> None:
    board = Board(1, None, (place("chair"), place("member")), ())
    posts = {"chair": (Newcomer("Ny Exempel"),), "member": (Newcomer("ny  exempel", agrees=True),) * 2}
    planned = plan(board, Asked(day(), posts))
    assert planned.newcomers == [Newcomer("Ny Exempel", agrees=True)]
    assert len(planned.starts) == 2
