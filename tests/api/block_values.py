"""Bodies as the database may hold them: for every type of block a strategy of its values."""

from typing import Any

from hypothesis import strategies as st

from cms.core.blocks.body import BLOCKS
from cms.media.embeds.providers import providers
from tests.api.world import World

TEXT = st.characters(codec="utf-8", exclude_characters="\x00")
words = st.text(TEXT, max_size=60)
some_words = st.text(TEXT, min_size=1, max_size=60)
flag = st.booleans()


def bodies(world: World) -> st.SearchStrategy[list[tuple[str, Any]]]:
    """Up to five blocks of any type."""
    values = block_values(world)
    assert values.keys() == {known.wire_type for known in BLOCKS}, "a block type without a strategy"
    return st.lists(st.one_of([st.tuples(st.just(name), value) for name, value in values.items()]), max_size=5)


def block_values(world: World) -> dict[str, st.SearchStrategy[Any]]:
    """By type; half of them may stand in a draft, or are left over from what was deleted."""
    link, html = _link(world), _html(world)
    image = st.sampled_from(list(world.images.values()))
    maybe_image = st.none() | image
    document = st.none() | st.sampled_from(list(world.documents.values()))
    described = {"image": maybe_image, "alt": words, "decorative": flag, "caption": words}
    button = st.fixed_dictionaries({"label": words, "link": link, "style": st.sampled_from(["primary", "secondary"])})
    card = st.fixed_dictionaries({"title": words, "text": words, "image": maybe_image, "link": link})
    person = st.sampled_from(["", *(str(person.pk) for person in world.people.values()), "999999"])
    by_hand = dict.fromkeys(["heading", "name", "role", "email", "phone", "address"], words)
    return {
        "heading": st.fixed_dictionaries({"text": words, "level": st.sampled_from(["2", "3"])}),
        "paragraph": html,
        "quote": st.fixed_dictionaries({"text": words, "attribution": words, "source": link}),
        "accordion": st.fixed_dictionaries(
            {"items": st.lists(st.fixed_dictionaries({"title": words, "text": html}), max_size=3)}
        ),
        "table": st.fixed_dictionaries({"table": _cells(), "header_column": flag}),
        "image": st.fixed_dictionaries(described | {"size": st.sampled_from(["normal", "wide"])}),
        "gallery": st.fixed_dictionaries({"images": st.lists(st.fixed_dictionaries(described), max_size=3)}),
        "embed": st.fixed_dictionaries(
            {"url": _embedded(), "title": words, "thumbnail": maybe_image, "caption": words, "transcript": link}
        ),
        "hero": st.fixed_dictionaries(
            {"heading": words, "text": html, "image": maybe_image, "buttons": st.lists(button, max_size=3)}
        ),
        "button": button,
        "file": st.fixed_dictionaries({"document": document, "title": words}),
        "cards": st.fixed_dictionaries({"heading": words, "items": st.lists(card, max_size=3)}),
        "contact": st.fixed_dictionaries(by_hand | {"person": person, "image": maybe_image}),
        "latest_articles": st.fixed_dictionaries({"heading": words, "count": st.integers(1, 12)}),
    }


def _link(world: World) -> st.SearchStrategy[dict[str, Any]]:
    pages = st.sampled_from(_pages(world))
    return st.one_of(
        st.just({}), *(st.fixed_dictionaries({name: some_words}) for name in ("url", "email", "phone")),
        st.fixed_dictionaries({"page": pages}),
    )  # fmt: skip


def _html(world: World) -> st.SearchStrategy[str]:
    linked = st.sampled_from(_pages(world)).map(
        lambda page: f'<p><a linktype="page" id="{page.pk}">x</a><script>1</script></p>'
    )
    return st.one_of(words, words.map(lambda w: f"<p>{w}</p>"), linked)


def _pages(world: World) -> list[Any]:
    return [*world.secret.values(), *world.pages.values(), world.series[0]]


def _embedded() -> st.SearchStrategy[str]:
    """Addresses that lead somewhere, and what is left of those that no longer do."""
    known = [provider.example for provider in providers()]
    return st.sampled_from([*known, "https://youtube.com/shorts/aqz-KE-bpKQ", "https://nobody.example/1", ""]) | words


@st.composite
def _cells(draw: Any) -> dict[str, Any]:
    columns = draw(st.lists(words, max_size=3))
    cells = st.lists(words, min_size=len(columns), max_size=len(columns))
    rows = draw(st.lists(st.fixed_dictionaries({"values": cells}), max_size=3))
    typed = [{"type": "text", "heading": heading} for heading in columns]
    return {"columns": typed, "rows": rows, "caption": draw(words)}
