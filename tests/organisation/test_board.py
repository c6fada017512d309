"""A new board after a meeting: applied, sent twice, come too late."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from cms.pipeline.publish import worker
from cms.pipeline.publish.errors import RenderRefused
from organisation.board import applying, changes
from organisation.board.applying import Stale, apply
from organisation.board.plan import Asked, Newcomer
from organisation.board.reading import STANDARD, holders, read
from organisation.models import Assignment, Body, Person, Post, Unit
from organisation.unit_kind import UnitKind
from tests.build import Branch, assign, day, make_board, make_person
from tests.pipeline.stored import assert_law


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside did not happen."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def asked_of(people: list[Person], numbers: dict[str, tuple[int, ...]], offset: int) -> Asked:
    """Numbers beyond the register are names that nobody has heard of."""
    posts = {
        key: tuple(people[n].pk if n < len(people) else Newcomer(f"Ny{n} Exempel", n % 2 == 0) for n in chosen)
        for key, chosen in numbers.items()
    }
    return Asked(day(offset), posts)


def expected(unit: Unit, asked: Asked) -> dict[str, list[int]]:
    names = dict(Person.objects.filter(unit=unit).values_list("name", "pk"))
    found = {
        key: [names[who.name] if isinstance(who, Newcomer) else who for who in chosen]
        for key, chosen in asked.posts.items()
    }
    return {key: chosen for key, chosen in found.items() if chosen}


NUMBERS = st.fixed_dictionaries(
    {key: st.lists(st.integers(0, 6), max_size=3, unique=True).map(tuple) for key in STANDARD}
)


@pytest.mark.django_db
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=NUMBERS, second=NUMBERS, offset=st.integers(-3, 3), later=st.integers(-2, 2), started=st.booleans())
def test_applying_then_reading_gives_the_board_that_was_asked_for(
    vantor: Branch, first: dict, second: dict, offset: int, later: int, started: bool
) -> None:
    unit = vantor.unit
    with undone():
        people = [make_person(unit, f"Namn{n} Exempel", consent_on=day(-9) if n else None) for n in range(4)]
        if started:
            assign(people[0], make_board(unit, chair=1, member=2).posts.get(role="member"), start_date=day(-2))
        for asked in (asked_of(people, first, offset), asked_of(people, second, offset + later)):
            apply(unit, asked)
            assert holders(unit, asked.day) == holders(unit, day(300)) == expected(unit, asked)
            before = list(Assignment.objects.order_by("pk").values()), Person.objects.count(), Post.objects.count()
            logged = ModelLogEntry.objects.count()
            assert apply(unit, asked).plan.is_empty
            assert before == (
                list(Assignment.objects.order_by("pk").values()),
                Person.objects.count(),
                Post.objects.count(),
            )
            assert ModelLogEntry.objects.count() == logged
            for post in Post.objects.all():
                assert len(holders(unit, day(300)).get(post.role, [])) <= post.seats
        assert_law()


@pytest.fixture
def old_board(vantor: Branch) -> Body:
    """Chair Asta, members Bo and Cia."""
    body = make_board(vantor.unit, chair=1, member=2)
    for name, role in (("Asta Exempel", "chair"), ("Bo Exempel", "member"), ("Cia Exempel", "member")):
        assign(make_person(vantor.unit, name), body.posts.get(role=role), start_date=day(-30))
    worker.drain()
    return body


def pk_of(name: str) -> int:
    return Person.objects.get(name=f"{name} Exempel").pk


def shown(client: Client) -> dict[str, list[str]]:
    unit = client.get("/api/v1/sites/vantor/organisation/").json()
    return {
        post["role"]: [holder["person"]["name"] for holder in post["holders"]]
        for body in unit["bodies"]
        for post in body["posts"]
    }


@pytest.mark.django_db
def test_the_new_board_is_public_at_once(vantor: Branch, old_board: Body, client: Client) -> None:
    kept = Assignment.objects.get(person__name="Cia Exempel")
    posts = {
        "chair": (pk_of("Bo"),),
        "treasurer": (Newcomer("Dag Exempel", agrees=True),),
        "member": (pk_of("Cia"), Newcomer("Eva Exempel")),
    }
    applied = apply(vantor.unit, Asked(day(), posts))
    assert shown(client) == {"chair": ["Bo Exempel"], "treasurer": ["Dag Exempel"], "member": ["Cia Exempel"]}
    assert applied.plan.leaving == {pk_of("Asta")}
    assert Person.objects.get(name="Dag Exempel").consent_on == day()
    assert Person.objects.get(name="Eva Exempel").consent_on is None
    ended = Assignment.objects.get(person__name="Asta Exempel")
    assert (ended.start_date, ended.end_date) == (day(-30), day())
    assert Assignment.objects.get(person__name="Cia Exempel", end_date=None).pk == kept.pk
    assert list(old_board.posts.order_by("sort_order").values_list("role", flat=True)) == [
        "chair",
        "treasurer",
        "member",
    ]
    assert_law()


@pytest.mark.django_db
def test_a_day_to_come_is_kept_by_the_worker(
    vantor: Branch, old_board: Body, client: Client, clock: Callable[[int], None]
) -> None:
    apply(vantor.unit, Asked(day(3), {"chair": (pk_of("Bo"),), "member": (pk_of("Cia"),)}))
    worker.drain()
    assert shown(client) == {"chair": ["Asta Exempel"], "member": ["Bo Exempel", "Cia Exempel"]}
    assert read(vantor.unit).turn(day()) == day(3)
    clock(3)
    worker.drain()
    assert shown(client) == {"chair": ["Bo Exempel"], "member": ["Cia Exempel"]}
    assert_law()


@pytest.mark.django_db
def test_a_unit_without_a_board_gets_one(vantor: Branch, client: Client) -> None:
    apply(vantor.unit, Asked(day(), {"secretary": (Newcomer("Dag Exempel", agrees=True),)}))
    assert shown(client) == {"secretary": ["Dag Exempel"]}
    assert client.get("/api/v1/sites/vantor/organisation/").json()["has_board"] is True
    assert apply(vantor.unit, Asked(day(), {})).plan.leaving == {pk_of("Dag")}
    assert Body.objects.filter(unit=vantor.unit).count() == 1
    assert shown(client) == {"secretary": []}


@pytest.mark.django_db
def test_an_empty_board_makes_nothing(vantor: Branch) -> None:
    apply(vantor.unit, Asked(day(), {}))
    assert not Body.objects.exists()


@pytest.mark.django_db
def test_a_post_of_the_units_own_is_part_of_the_board(vantor: Branch, old_board: Body) -> None:
    post = Post.objects.create(unit=vantor.unit, body=old_board, role="other", label="Studieansvarig", sort_order=9)
    second = Post.objects.create(unit=vantor.unit, body=old_board, role="chair", label="Talesperson", sort_order=8)
    places = read(vantor.unit).places
    titles = [place.heading for place in places]
    assert titles[:5] == ["Ordförande", "Vice ordförande", "Kassör", "Sekreterare", "Ledamöter"]
    assert titles[5:] == ["Talesperson", "Ersättare", "Studieansvarig"]
    asked = Asked(day(), {f"p{post.pk}": (pk_of("Asta"),), f"p{second.pk}": (pk_of("Bo"),)})
    apply(vantor.unit, asked)
    assert holders(vantor.unit, day()) == {f"p{post.pk}": [pk_of("Asta")], f"p{second.pk}": [pk_of("Bo")]}


@pytest.mark.django_db
def test_who_comes_too_late_is_told_what_has_changed(vantor: Branch, old_board: Body) -> None:
    before = changes.unpack(changes.pack(read(vantor.unit)), vantor.unit.pk)
    mine = Asked(day(), {"chair": (pk_of("Cia"),)})
    theirs = Asked(day(), {"chair": (pk_of("Bo"),), "treasurer": (Newcomer("Dag Exempel"),), "member": (pk_of("Cia"),)})
    apply(vantor.unit, theirs, before)
    told = list(Assignment.objects.order_by("pk").values())
    with pytest.raises(Stale) as refused:
        apply(vantor.unit, mine, before)
    sentences = " ".join(refused.value.changes)
    assert "Posten Kassör är ny." in sentences
    assert "Asta Exempel slutar" in sentences
    assert "Bo Exempel är tillagd: Ordförande, från" in sentences
    assert list(Assignment.objects.order_by("pk").values()) == told
    apply(vantor.unit, theirs, before)  # who only sent it twice is no fault
    Assignment.objects.filter(person__name="Dag Exempel").delete()
    now = read(vantor.unit)
    assert changes.changes(changes.seen(now), now) == []


@pytest.mark.django_db
def test_what_was_seen_is_signed_and_of_one_unit(vantor: Branch, varmland: Branch) -> None:
    text = changes.pack(read(vantor.unit))
    for wrong, unit in ((text, varmland.unit), (text[:-2] + "xx", vantor.unit), ("", vantor.unit)):
        with pytest.raises(changes.Unreadable):
            changes.unpack(wrong, unit.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("fault", ["while writing", "while rendering"])
def test_nothing_half_done_is_left(
    fault: str, vantor: Branch, old_board: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RenderRefused("Enheten", "del", "fel")

    before = list(Assignment.objects.order_by("pk").values())
    where = (applying, "log") if fault == "while writing" else (UnitKind, "render")
    monkeypatch.setattr(*where, broken)
    asked = Asked(day(), {"chair": (Newcomer("Dag Exempel", agrees=True),)})
    if fault == "while writing":
        with pytest.raises(RenderRefused):
            apply(vantor.unit, asked)
        assert list(Assignment.objects.order_by("pk").values()) == before
        assert not Person.objects.filter(name="Dag Exempel").exists()
    else:
        # A unit is only reached: one that cannot be rendered must not keep anybody from leaving the board.
        apply(vantor.unit, asked)
        assert Assignment.objects.get(person__name="Asta Exempel").end_date == day()


@pytest.mark.django_db
def test_each_change_is_in_the_history_of_its_model(vantor: Branch, old_board: Body) -> None:
    before = set(ModelLogEntry.objects.values_list("pk", flat=True))
    posts = {"chair": (Newcomer("Dag Exempel"),), "treasurer": (pk_of("Bo"),), "member": (pk_of("Cia"),)}
    apply(vantor.unit, Asked(day(), posts))
    logged = ModelLogEntry.objects.exclude(pk__in=before).order_by("pk")
    found = [(entry.content_type.model, entry.action.removeprefix("wagtail."), entry.label) for entry in logged]
    assert ("person", "create", "Dag Exempel") in found
    assert ("post", "create", "Kassör, Styrelse") in found
    assert ("assignment", "create", "Bo Exempel: Kassör, Styrelse") in found
    assert ("assignment", "edit", "Asta Exempel: Ordförande, Styrelse") in found
    assert not [entry for entry in found if entry[2].startswith("Cia") and entry[1] != "edit"]


@pytest.mark.django_db
def test_reading_costs_the_same_for_one_and_for_twenty(vantor: Branch, django_assert_num_queries: object) -> None:
    def read_with(number: int) -> None:
        post = body.posts.get()
        for n in range(number):
            assign(make_person(vantor.unit, f"Namn{n} Exempel"), post)
        with django_assert_num_queries(4):
            read(vantor.unit)

    body = make_board(vantor.unit, member=20)
    read_with(1)
    read_with(20)
