"""The demo's registers, before they are loaded: what the texts say of bodies, posts and seats is what stands there."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from home.demo import units
from home.demo.register import BY_UNIT, REGISTERS
from home.demo.register.words import RegisterText, SeatsText
from home.demo.sites import SITES
from home.demo.words import PageText
from organisation.apportion import apportion
from organisation.models.body import KINDS
from organisation.models.post import ROLES

# fmt: off
WORDS = [
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
    "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
]
# fmt: on
TENS = {20: "tjugo", 30: "trettio", 40: "fyrtio", 50: "femtio", 60: "sextio", 70: "sjuttio", 80: "åttio", 90: "nittio"}


def in_words(number: int) -> str:
    """A number below a hundred as it is read aloud."""
    return WORDS[number] if number <= 20 else TENS[number // 10 * 10] + (WORDS[number % 10] if number % 10 else "")


NUMBER = {in_words(number): number for number in range(2, 100)}


def seats(shared_out: SeatsText) -> dict[str, int]:
    """What each unit gets, by its slug."""
    found = apportion(
        list(shared_out.members.values()),
        shared_out.seats,
        minimum=shared_out.minimum,
        rule=shared_out.tie_rule,
        lots=[shared_out.lots.index(unit) + 1 for unit in shared_out.members] if shared_out.lots else (),
    )
    return dict(zip(shared_out.members, found.seats, strict=True))


def newest(unit: str, kind: str) -> SeatsText:
    return max(BY_UNIT[unit].body(kind).shared_out, key=lambda shared_out: shared_out.on)


def board(unit: str) -> int:
    """How many sit on the board; deputies do not."""
    return sum(post.seats for post in BY_UNIT[unit].body("board").posts if post.role != "deputy")


def offices(unit: str, place: str, *labels: str) -> int:
    posts = [post for post in BY_UNIT[unit].posts if place in post.place and (not labels or post.label in labels)]
    return sum(post.seats for post in posts)


def new_on_board(unit: str) -> int:
    """Those who took up their post on the day on which the newest did, and had none on the board before."""
    held = [held for post in BY_UNIT[unit].body("board").posts for held in post.held]
    latest = max(one.since for one in held)
    before = {one.name for one in held if one.since < latest}
    return len({one.name for one in held if one.since == latest} - before)


CONGRESS = seats(newest("riks", "congress"))
VARMLAND = newest("varmland", "district_conference")
STOCKHOLM = newest("stockholm", "district_conference")
# Site and path of a page, and what it says of a number that the registers hold.
SAID = [
    ("riks", "/partiet/organisation/", f"kongressens {newest('riks', 'congress').seats} ombud"),
    ("riks", "/aktuellt/ombuden-fordelade/", f"kongressens {sum(CONGRESS.values())} ombud"),
    ("riks", "/aktuellt/ombuden-fordelade/", f"tills alla {sum(CONGRESS.values())} är slut"),
    ("riks", "/aktuellt/ombuden-fordelade/", f"skickar {in_words(CONGRESS['norrbotten'])} ombud"),
    ("riks", "/aktuellt/ombuden-fordelade/", f"Stockholm {in_words(CONGRESS['stockholm'])}."),
    ("riks", "/aktuellt/kongressen/", f"{sum(CONGRESS.values())} ombud, tre dagar"),
    ("varmland", "/organisationen/", f"Den har {sum(CONGRESS.values())} ombud"),
    ("varmland", "/aktuellt/vem-far-hur-manga-ombud/", f"{in_words(VARMLAND.seats).capitalize()} platser"),
    ("varmland", "/aktuellt/vem-far-hur-manga-ombud/", f"{in_words(len(VARMLAND.members))} föreningar"),
    ("varmland", "/aktuellt/vem-far-hur-manga-ombud/", f"kommer {in_words(VARMLAND.seats)} ombud"),
    ("varmland", "/aktuellt/vem-far-hur-manga-ombud/", f"minst {in_words(VARMLAND.minimum)} platser"),
    (
        "varmland",
        "/aktuellt/distriktsarskonferens/",
        f"{in_words(BY_UNIT['varmland'].body('district_conference').shared_out[0].seats).capitalize()} ombud",
    ),
    ("varmland", "/aktuellt/distriktsarskonferens/", f"med {in_words(board('varmland'))} ledamöter"),
    ("varmland", "/organisationen/partiforeningar/", f"{in_words(len(VARMLAND.members)).capitalize()} föreningar"),
    ("stockholm", "/aktuellt/arskonferensen/", f"{in_words(STOCKHOLM.seats).capitalize()} ombud"),
    ("stockholm", "/aktuellt/arskonferensen/", f"styrelse på {in_words(board('stockholm'))} personer"),
    ("stockholm", "/aktuellt/arskonferensen/", f"med {in_words(new_on_board('stockholm'))} som aldrig"),
    ("vantor", "/om-oss/", f"en styrelse på {in_words(board('vantor'))} personer"),
    ("karlstad", "/om-oss/", f"{in_words(board('karlstad'))} i styrelsen"),
    ("karlstad", "/om-oss/", f"{in_words(offices('karlstad', 'Kommunfullmäktige'))} i fullmäktige"),
    ("skarpnack", "/om-oss/", f"{in_words(board('skarpnack')).capitalize()} i styrelsen"),
    ("skarpnack", "/om-oss/", f"{in_words(offices('skarpnack', 'stadsdelsnämnd'))} i stadsdelsnämnden"),
    ("hagersten", "/aktuellt/valberedningen-soker/", f"{in_words(board('hagersten'))} personer till styrelsen"),
    (
        "hagersten",
        "/aktuellt/valberedningen-soker/",
        f"{in_words(BY_UNIT['hagersten'].body('auditors').posts[0].seats)} revisorer",
    ),
    ("hagersten", "/aktuellt/valberedningen-soker/", f"{in_words(seats(STOCKHOLM)['hagersten'])} ombud"),
]


def pages() -> Iterator[tuple[str, PageText]]:
    for site in SITES:
        yield from ((site.slug, page) for page in site.pages)


def words_of(page: PageText) -> str:
    """Everything that stands on the page, on one line."""
    return " ".join([page.title, *_texts(list(page.fields.values()))])


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"<[^>]+>", " ", value)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


@pytest.mark.parametrize(("site", "path", "said"), SAID, ids=[f"{site}{path}{said}" for site, path, said in SAID])
def test_a_number_in_a_text_is_the_registers(site: str, path: str, said: str) -> None:
    assert said in next(words_of(page) for slug, page in pages() if (slug, page.path) == (site, path))


def test_no_text_names_a_number_of_delegates_that_nothing_has() -> None:
    known = {in_words(number) for number in (CONGRESS | seats(VARMLAND) | seats(STOCKHOLM)).values() if number < 100}
    shared_out = [one for register in REGISTERS for body in register.bodies for one in body.shared_out]
    known |= {in_words(one.seats) if one.seats < 100 else str(one.seats) for one in shared_out}
    named = {
        (slug, page.path, number.lower())
        for slug, page in pages()
        for number in re.findall(r"(\w+) ombud\b", words_of(page))
        if number.lower() in NUMBER or number.isdigit()
    }
    assert len(named) >= 6
    assert {one for one in named if one[2] not in known} == set()


def test_the_last_seat_of_the_congress_is_told_as_the_lots_gave_it() -> None:
    shared_out = newest("riks", "congress")
    lots = [shared_out.lots.index(unit) + 1 for unit in shared_out.members]
    found = apportion(list(shared_out.members.values()), shared_out.seats, rule="lot", lots=lots)
    (tie,) = found.ties
    names = list(shared_out.members)
    assert {names[place] for place in tie.units} == {"stockholm", "norrbotten"}
    assert [names[place] for place in tie.to] == ["norrbotten"]


def test_the_largest_branch_of_varmland_sends_the_most() -> None:
    sent = seats(VARMLAND)
    assert max(sent, key=sent.__getitem__) == "karlstad", "it is called so on the page of branches"


def test_every_unit_of_the_country_gets_its_seats() -> None:
    facts = [*(site.unit for site in SITES), *units.DISTRICTS, *units.BRANCHES]
    for parent, shared_out in (("riks", newest("riks", "congress")), ("varmland", VARMLAND), ("stockholm", STOCKHOLM)):
        assert set(shared_out.members) == {unit.slug for unit in facts if unit.parent == parent}
    assert sum(VARMLAND.members.values()) == newest("riks", "congress").members["varmland"]


def test_everybody_is_marked_as_invented() -> None:
    for register in REGISTERS:
        for name in register.everybody():
            assert re.fullmatch(r"[\w-]+ Exempel\w+", name), name
    for slug, page in pages():
        for name, _ in page.authors:
            assert "Exempel" in name.split()[-1], (slug, name)


def test_no_text_holds_a_name_of_the_register() -> None:
    """A withdrawn consent does not reach into free text: the demo names its people by reference alone."""
    known = {name: register.unit for register in REGISTERS for name in register.everybody()}
    written = [(slug, page.path, words_of(page)) for slug, page in pages()]
    written += [(slug, page.path, tag) for slug, page in pages() for tag in page.tags]
    for site in SITES:
        written.append((site.slug, "frame", " ".join(_texts(site.frame))))
        written += [(site.slug, one.scene, f"{one.title} {one.description}") for one in site.pictures]
        written += [(site.slug, one.filename, one.title) for one in site.documents]
        written.append((site.slug, "unit", str(site.unit)))
    assert [(slug, at, name) for slug, at, text in written for name in known if name in text] == []
    foreign = [
        (slug, page.path, name)
        for slug, page in pages()
        for name, _ in page.authors
        if name in known and name not in BY_UNIT[slug].everybody()
    ]
    assert foreign == [], "a byline of somebody in another unit's register would be text"


def test_who_writes_as_chair_is_the_chair() -> None:
    written = {(slug, name) for slug, page in pages() for name, title in page.authors if title.startswith("ordförande")}
    assert len(written) >= 5
    for slug, name in written:
        assert name in holders(BY_UNIT[slug], "chair"), name


def holders(register: RegisterText, role: str) -> set[str]:
    return {held.name for post in register.all_posts() if post.role == role for held in post.held if not held.until}


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.slug)
def test_a_site_is_answered_for_by_somebody_of_its_register(site) -> None:
    assert site.frame["publisher"].name in BY_UNIT[site.slug].everybody()


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.slug)
def test_every_site_has_a_board_with_a_chair_and_a_treasurer(site) -> None:
    register = BY_UNIT[site.slug]
    assert holders(register, "chair")
    assert holders(register, "treasurer")
    assert [body.kind for body in register.bodies if body.highest] == [register.bodies[0].kind]
    assert "board" in register.bodies[0].elects


def test_every_kind_of_body_and_most_roles_stand_somewhere() -> None:
    kinds = {body.kind for register in REGISTERS for body in register.bodies}
    roles = {post.role for register in REGISTERS for post in register.all_posts()}
    assert kinds == {kind for kind, _ in KINDS}
    assert roles >= {role for role, _ in ROLES} - {"delegate", "deputy_delegate"}


def test_the_chair_of_every_board_with_a_site_has_a_face_of_their_own() -> None:
    faces = []
    for site in SITES:
        chair = next(post for post in BY_UNIT[site.slug].body("board").posts if post.role == "chair")
        held = next(held for held in chair.held if not held.until)
        faces.append(BY_UNIT[site.slug].everybody()[held.name].portrait)
        assert faces[-1] in {picture.scene for picture in site.pictures}
    assert len(set(faces)) == len(SITES)


def test_there_is_history_and_there_are_those_who_may_not_be_shown() -> None:
    people = [person for register in REGISTERS for person in register.everybody().values()]
    assert sum(not person.agreed for person in people) >= 4
    assert sum(bool(person.withdrawn) for person in people) >= 2
    ended = [held for register in REGISTERS for post in register.all_posts() for held in post.held if held.until]
    assert len(ended) >= 5
    assert [name for name, count in Counter(held.name for held in ended).items() if count > 1] == []
