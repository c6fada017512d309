"""The most important point of a picture, as the editor picked it."""

from cms.media.models import SiteImage


def focus(image: SiteImage) -> tuple[float, float] | None:
    """Wagtail's point as fractions of the width and the height; None if nobody picked one.

    The editor picks it on the upright picture, but the admin scales it to the width and height that stand in the
    file, turned or not: dividing by those gives fractions of the upright picture. A point left over from a larger
    file that was replaced is pulled to the edge.
    """
    if not image.has_focal_point() or not image.width or not image.height:
        return None
    x, y = image.focal_point_x / image.width, image.focal_point_y / image.height
    return round(min(x, 1), 4), round(min(y, 1), 4)
