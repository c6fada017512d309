"""One image that something on the site shows."""

from uuid import uuid4

import pytest

from tests.api.conftest import Api
from tests.api.world import World, id_of

IMAGE = {
    "id", "alt", "decorative", "width", "height", "focal_point", "credit", "placeholder", "src", "renditions", "crops",
    "content_hash",
}  # fmt: skip


@pytest.mark.parametrize("name", ["shown", "frame"])
def test_an_image_that_the_site_shows(api: Api, world: World, name: str) -> None:
    image = api.json(f"sites/vantor/images/{id_of(world.images[name], 'image')}/")
    assert image.keys() == IMAGE
    assert (image["width"], image["height"], image["alt"]) == (80, 60, f"En {name} bild")
    assert {file["format"] for file in image["renditions"]} == {"avif", "webp", "jpeg"}


@pytest.mark.parametrize("name", ["foreign", "draft", "private"])
def test_an_image_that_it_does_not_show_is_as_good_as_none(api: Api, world: World, name: str) -> None:
    never = api.get(f"sites/vantor/images/{uuid4()}/", 404)
    other = api.get(f"sites/vantor/images/{id_of(world.images[name], 'image')}/", 404)
    assert other.content == never.content


def test_it_goes_when_the_last_page_that_shows_it_does(api: Api, world: World) -> None:
    address = f"sites/varmland/images/{id_of(world.images['foreign'], 'image')}/"
    api.get(address)
    shows = world.varmland.home.get_children().get(title="Bara här").specific
    shows.image = None
    shows.save()
    api.get(address, 404)
