"""Taking a picture from the web at once, though its image stays."""

from cms.media import retired
from cms.media.models import LadderFile, SiteImage
from cms.pipeline.publish.publishing import note, publishing


def owner_of(image: SiteImage) -> str:
    """How an image's files are known when it has let go of them."""
    return f"image:{image.pk}"


def withdraw(image: SiteImage) -> set[str]:
    """Take its ladder down in one transaction with every mention of it; the names of the files.

    The files go with the commit, those of earlier pictures in its place too, but for what another image shows. The
    ladder is built again from whatever file the image has by then.
    """
    with publishing():
        rows = LadderFile.objects.filter(image=image)
        names = set(rows.values_list("file", flat=True))
        rows.delete()
        image.ladder_source, image.finished_as, image.finishing_until = "", "", None
        SiteImage.objects.filter(pk=image.pk).update(ladder_source="", finished_as="", finishing_until=None)
        retired.withdraw(names, owner_of(image))
        note("image", image.pk)
    return names
