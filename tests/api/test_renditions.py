"""Every picture that a publication names can be fetched, and is what the JSON says it is."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from cms.media.crops import CROPS
from cms.media.ladder import build_ladder
from cms.media.models import SiteImage
from cms.media.widths import WIDTHS
from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Publication
from tests.api.conftest import Api
from tests.api.world import World, body_of_all_blocks, id_of
from tests.build import assign, make_board, make_page
from tests.media import pictures

MAGIC = {
    "avif": lambda head: head[4:12] == b"ftypavif",
    "webp": lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP",
    "jpeg": lambda head: head[:3] == b"\xff\xd8\xff",
    "png": lambda head: head[:8] == b"\x89PNG\r\n\x1a\n",
}
NEWEST = "Ny bild"


def images(value: Any) -> Iterator[dict[str, Any]]:
    """Every image in a JSON value."""
    if isinstance(value, dict):
        if "renditions" in value:
            yield value
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from images(part)


def published() -> list[dict[str, Any]]:
    """The images of all stored publications, with their cards."""
    rows = Publication.objects.values_list("kind", "body", "card")
    return [image for _, *texts in rows for text in texts if text for image in images(json.loads(text))]


def files(image: dict[str, Any]) -> list[dict[str, Any]]:
    return image["renditions"] + [file for crop in image["crops"].values() for file in crop]


def assert_all_answer(api: Api, shown: list[dict[str, Any]]) -> None:
    """Each address once: its bytes, its header and its size are those that are stated, wherever it is named."""
    stated: dict[str, set[tuple[str, int, int]]] = {}
    for image in shown:
        assert image["src"] in {file["url"] for file in image["renditions"] if file["format"] in ("jpeg", "png")}
        for file in files(image):
            stated.setdefault(file["url"], set()).add((file["format"], file["width"], file["height"]))
    assert stated
    for url, words in stated.items():
        response = api.get(url)
        content = b"".join(response.streaming_content)
        [(format_name, width, height)] = words
        assert response["Content-Type"] == f"image/{format_name}", url
        assert MAGIC[format_name](content[:16]), url
        with Image.open(BytesIO(content)) as picture:
            picture.load()
            assert (picture.format.lower(), *picture.size) == (format_name, width, height), url
        assert pictures.traces(content) == [], url


def show_everywhere(world: World, image: SiteImage) -> None:
    """A large picture in every place where one may stand: blocks, head, social media, logo, portrait, a list's card."""
    world.images["shown"] = image
    blocks = body_of_all_blocks(world, [world.series[0]])
    make_page(world.vantor, "Nya bilder", body=blocks, image=image, seo_image=image)
    home = world.vantor.home
    home.image, home.engage = image, [("card", {"title": "Gå med", "text": "", "image": image, "link": {}})]
    home.save_revision().publish()
    frontend = world.vantor.frontend
    frontend.logo = frontend.logo_dark = frontend.favicon = image
    frontend.save()
    person = world.people["vantor"]
    person.portrait = image
    person.save()
    assign(person, make_board(world.vantor.unit, chair=1).posts.get())


def test_every_rendition_of_every_publication_answers_as_stated(api: Api, world: World) -> None:
    """Right after the upload with the quick formats, and after the worker's stage with all of them."""
    photo = pictures.phone_photo(2400, 1800, 1)
    image = pictures.site_image(photo, description=NEWEST)
    build_ladder(image)
    show_everywhere(world, image)
    worker.drain(slow=False)
    identity = str(id_of(image, "image"))
    quick = [one for one in published() if one["id"] == identity]
    kinds = set(Publication.objects.filter(body__contains=identity).values_list("kind", flat=True))
    assert kinds == {"image", "page", "frame", "unit", "person", "assignment"}
    assert {(f["format"], f["width"]) for one in quick for f in files(one)} == {
        (name, width) for name in ("jpeg", "webp") for width in (320, 640, 1280)
    }
    assert_all_answer(api, published())
    before = {file["url"] for one in quick for file in files(one)}

    worker.drain()
    shown = published()
    assert_all_answer(api, shown)
    for one in (one for one in shown if one["id"] == identity):
        expected = {(name, width) for name in ("avif", "jpeg", "webp") for width in WIDTHS}
        assert {(f["format"], f["width"]) for f in one["renditions"]} == expected
        for crop in CROPS:
            names = ("jpeg",) if crop.only_for_all else ("avif", "jpeg", "webp")
            found = {(f["format"], f["width"]) for f in one["crops"][crop.name]}
            assert found == {(name, width) for name in names for width in crop.widths}
            across, down = crop.ratio
            assert all(abs(f["width"] * down / across - f["height"]) < 1 for f in one["crops"][crop.name])
    assert before <= {file["url"] for one in shown for file in files(one)}  # what was quick is still named
    answer = api.json(f"sites/vantor/images/{identity}/")
    assert {file["format"] for file in answer["renditions"]} == {"avif", "jpeg", "webp"}


@pytest.mark.parametrize("place", ["pages", "articles", "frame", "units"])
def test_no_answer_names_a_file_that_is_missing(api: Api, world: World, place: str) -> None:
    """The same through the API's own answers, where lists are filled and pages spliced."""
    paths = {
        "pages": "sites/vantor/pages/?view=full&limit=100",
        "articles": "sites/vantor/articles/?limit=100",
        "frame": "sites/vantor/",
        "units": "organisation/units/?limit=100",
    }
    for image in images(api.json(paths[place])):
        for file in files(image):
            assert api.get(file["url"])["Content-Type"] == f"image/{file['format']}"
