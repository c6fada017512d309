"""The file on the wire."""

from urllib.parse import urljoin

from django.conf import settings
from django.core.files.storage import storages
from pydantic import Field

from cms.media.document import SiteDocument
from cms.pipeline.publish.shape import Shape


class File(Shape):
    """A file to download. `size` is in bytes, `content_type` a MIME type, `filename` the name it is saved under."""

    id: str
    title: str
    url: str
    filename: str
    size: int = Field(ge=1)
    content_type: str


def file_shape(document: SiteDocument, *, identity: str, title: str = "", preview: bool = False) -> File | None:
    """The shape of a document where it is used; an empty `title` stands for its own. None if its file is lost.

    In a preview the address is the admin's: the file itself may not be public yet, and who previews is logged in.
    """
    if not document.digest or not document.file_size:
        return None
    url = urljoin(settings.PUBLIC_URL, document.url) if preview else storages["public"].url(document.public_name)
    return File(
        id=identity,
        title=title or document.title,
        url=url,
        filename=document.filename,
        size=document.file_size,
        content_type=document.content_type,
    )
