"""The image on the wire."""

from typing import Any, Literal

from pydantic import Field

from cms.media.crops import CROPS
from cms.media.focus import focus
from cms.media.models import LadderFile, SiteImage
from cms.pipeline.publish.shape import Shape


class FocalPoint(Shape):
    """The most important point, as fractions of the width and the height."""

    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)


class Rendition(Shape):
    """One public file of the picture."""

    format: Literal["avif", "webp", "jpeg", "png"]
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    url: str


class Crops(Shape):
    """The picture cut around its focal point. Each list is empty until the slower formats are made."""

    card: list[Rendition] = Field(description="3:2, up to 960 wide.")
    hero: list[Rendition] = Field(description="16:9, up to 1920 wide.")
    square: list[Rendition] = Field(description="1:1, up to 640 wide.")
    social: list[Rendition] = Field(description="1200 × 630 where the picture is large enough; JPEG or PNG only.")


class Image(Shape):
    """A picture with everything a front end needs to show it well. `src` is never the original."""

    id: str
    alt: str
    decorative: bool
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    focal_point: FocalPoint | None
    credit: str
    placeholder: str = Field(max_length=300)
    src: str
    renditions: list[Rendition] = Field(min_length=1)
    crops: Crops


def used(shape: Image, image: SiteImage, *, alt: str | None, decorative: bool | None) -> Image:
    """The shape of the same image in another place: its files are the same, only the words for it differ."""
    return shape.model_copy(update=_words(image, alt, decorative))


def _words(image: SiteImage, alt: str | None, decorative: bool | None) -> dict[str, Any]:
    if decorative is None:
        decorative = image.is_decorative and not alt
    return {"alt": "" if decorative else alt or image.description, "decorative": decorative}


def image_shape(
    image: SiteImage, *, identity: str, alt: str | None = None, decorative: bool | None = None
) -> Image | None:
    """The shape of an image where it is used; None while it has no ladder.

    An empty `alt` stands for the image's own description. `decorative` None stands for the image's own mark, except
    where the use has a text of its own: who wrote one wants it read. Prefetch `ladder` and it asks nothing of the
    database.
    """
    ladder = sorted(image.ladder.all(), key=lambda file: (file.format, file.width))
    files = [file for file in ladder if not file.crop]
    if not files or not image.upright_width or not image.upright_height:
        return None
    return Image(
        id=identity,
        **_words(image, alt, decorative),
        width=image.upright_width,
        height=image.upright_height,
        focal_point=_focal_point(image),
        credit=image.credit,
        placeholder=image.placeholder,
        src=_widest_for_all(files).file.url,
        renditions=[_rendition(file) for file in files],
        crops=Crops(**{crop.name: [_rendition(file) for file in ladder if file.crop == crop.name] for crop in CROPS}),
    )


def _rendition(file: LadderFile) -> Rendition:
    return Rendition(format=file.format, width=file.width, height=file.height, url=file.file.url)


def _widest_for_all(files: list[LadderFile]) -> LadderFile:
    """The widest file in a format that everything can read."""
    return max((file for file in files if file.format in ("jpeg", "png")), key=lambda file: file.width)


def _focal_point(image: SiteImage) -> FocalPoint | None:
    point = focus(image)
    return FocalPoint(x=point[0], y=point[1]) if point else None
