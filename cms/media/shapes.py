"""The image on the wire."""

from typing import Literal

from pydantic import Field

from cms.media.models import LadderFile, SiteImage
from cms.pipeline.publish.shape import Shape


class FocalPoint(Shape):
    """The most important point, as fractions of the width and the height."""

    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)


class Rendition(Shape):
    """One public file of the picture."""

    format: Literal["webp", "jpeg", "png"]
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    url: str


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


def image_shape(
    image: SiteImage, *, identity: str, alt: str | None = None, decorative: bool | None = None
) -> Image | None:
    """The shape of an image where it is used; None while it has no ladder.

    An empty `alt` stands for the image's own description. `decorative` None stands for the image's own mark, except
    where the use has a text of its own: who wrote one wants it read. Prefetch `ladder` and it asks nothing of the
    database.
    """
    files = sorted(image.ladder.all(), key=lambda file: (file.format, file.width))
    if not files or not image.upright_width or not image.upright_height:
        return None
    if decorative is None:
        decorative = image.is_decorative and not alt
    return Image(
        id=identity,
        alt="" if decorative else alt or image.description,
        decorative=decorative,
        width=image.upright_width,
        height=image.upright_height,
        focal_point=_focal_point(image),
        credit=image.credit,
        placeholder=image.placeholder,
        src=_widest_for_all(files).file.url,
        renditions=[
            Rendition(format=file.format, width=file.width, height=file.height, url=file.file.url) for file in files
        ],
    )


def _widest_for_all(files: list[LadderFile]) -> LadderFile:
    """The widest file in a format that everything can read."""
    return max((file for file in files if file.format != "webp"), key=lambda file: file.width)


def _focal_point(image: SiteImage) -> FocalPoint | None:
    """Wagtail's point as fractions.

    The editor picks it on the upright picture, but the admin scales it to the width and height that stand in the
    file, turned or not: dividing by those gives fractions of the upright picture. A point left over from a larger
    file that was replaced is pulled to the edge.
    """
    if not image.has_focal_point() or not image.width or not image.height:
        return None
    x, y = image.focal_point_x / image.width, image.focal_point_y / image.height
    return FocalPoint(x=round(min(x, 1), 4), y=round(min(y, 1), 4))
