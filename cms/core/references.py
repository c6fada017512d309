"""References: how rendering reaches other pages, images and files. Every one is recorded as a dependency."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.models import Page, ReferenceIndex

from cms.core.links import FileLink, PageLink, UnavailableLink
from cms.media.document import SiteDocument
from cms.media.document_copy import settle
from cms.media.document_shapes import File, file_shape
from cms.media.embeds.media import Media
from cms.media.embeds.picture import EmbedPicture
from cms.media.ladder import build_ladder
from cms.media.models import SiteImage
from cms.media.shapes import Image, image_shape, used
from cms.pipeline.publish.context import Key, RenderContext
from cms.pipeline.publish.houses import STEP, Address


@dataclass(frozen=True)
class PublicPage:
    """What may be told of a page that anybody may read."""

    pk: int
    type: str
    id: UUID
    title: str
    language: str
    address: Address


def public_page(pk: int, context: RenderContext) -> PublicPage | None:
    """The page if it is public: live, on a site with a front end, and not private. Recorded either way."""
    context.depend("page", pk)
    return context.once(("public page", pk), lambda: _read(pk, context))


def _read(pk: int, context: RenderContext) -> PublicPage | None:
    page = base_pages().filter(pk=pk, live=True).first()
    return describe(page, context) if page else None


def foresee_pages(pks: Collection[int], context: RenderContext) -> None:
    """Read these pages in one query, for public_page() and for the breadcrumbs."""
    unread = [pk for pk in pks if not context.has(("public page", pk))]
    pages = {page.pk: page for page in base_pages().filter(pk__in=unread)}
    for pk in unread:
        page = pages.get(pk)
        context.once(("public page", pk), lambda page=page: describe(page, context) if page else None)
    for page in pages.values():
        context.once(("page at", page.path), lambda page=page: page)


def pages_at(paths: list[str], context: RenderContext) -> dict[str, Page]:
    """The pages at these places of the tree, public or not."""
    unread = [path for path in paths if not context.has(("page at", path))]
    found = {page.path: page for page in base_pages().filter(path__in=unread)} if unread else {}
    context.meet([("page", page.pk) for page in found.values()])
    return {path: context.once(("page at", path), lambda path=path: found[path]) for path in paths}


def guess(pks: Collection[int]) -> set[Key]:
    """What pages that were never rendered may show: what Wagtail knows that they mention, and the pages above them."""
    kinds = {_content_type(Page): "page", _content_type(SiteImage): "image"}
    mentioned = ReferenceIndex.objects.filter(
        base_content_type=_content_type(Page), object_id__in=map(str, pks), to_content_type__in=kinds
    )
    found = {(kinds[kind], int(pk)) for kind, pk in mentioned.values_list("to_content_type", "to_object_id")}
    paths = Page.objects.filter(pk__in=pks).values_list("path", flat=True)
    above = {path[:end] for path in paths for end in range(STEP, len(path), STEP)}
    return found | {("page", pk) for pk in Page.objects.filter(path__in=above).values_list("pk", flat=True)}


def _content_type(model: type[Model]) -> int:
    return ContentType.objects.get_for_model(model).pk


def base_pages() -> QuerySet[Page]:
    """With what describe() reads."""
    return Page.objects.select_related("content_type", "locale")


def foresee_images(pks: Collection[int], context: RenderContext) -> None:
    """Read these images in two queries, for image()."""
    unread = [pk for pk in pks if not context.has(("image", pk))]
    found = {image.pk: image for image in SiteImage.objects.prefetch_related("ladder").filter(pk__in=unread)}
    for pk in unread:
        context.once(("image", pk), lambda pk=pk: found.get(pk))


def describe(page: Page, context: RenderContext) -> PublicPage | None:
    """The same for a page at hand. Only its base columns and content type are read."""
    model = page.content_type.model_class()
    wire_type = getattr(model, "wire_type", None)
    address = context.houses.locate(page.path, page.url_path)
    if not page.live or wire_type is None or address is None or context.private(page.path):
        return None
    return PublicPage(
        page.pk, wire_type, context.identity("page", page.pk), page.title, page.locale.language_code, address
    )


def page_link(pk: int, context: RenderContext) -> PageLink | UnavailableLink:
    """A link to a page; an unavailable one if it is not public, whatever the reason."""
    page = public_page(pk, context)
    if page is None:
        return UnavailableLink()
    return PageLink(
        type=page.type,
        id=page.id,
        site=page.address.house.slug,
        path=page.address.path,
        url=page.address.url,
        title=page.title,
    )


def image(
    pk: int | None, context: RenderContext, *, alt: str | None = None, decorative: bool | None = None
) -> Image | None:
    """The image as it is used here: `alt` and `decorative` override its own. None if there is none to show."""
    if pk is None:
        return None
    context.depend("image", pk)
    found = context.once(("image", pk), lambda: SiteImage.objects.prefetch_related("ladder").filter(pk=pk).first())
    if found is None:
        return None
    if found.is_portrait and not context.preview:
        # Taken down while nothing showed it. In the transaction that shows it again it is not there yet.
        context.once(("ladder", pk), lambda: transaction.on_commit(lambda: build_ladder(found), robust=True))
    identity = str(context.identity("image", pk))
    shape = context.once(("image shape", pk), lambda: image_shape(found, identity=identity))
    return used(shape, found, alt=alt or None, decorative=decorative) if shape else None


def image_beside_text(pk: int | None, context: RenderContext) -> Image | None:
    """The image where a text beside it says what it is there for: without a description it is decoration."""
    found = image(pk, context)
    return found.model_copy(update={"decorative": True}) if found and not found.alt else found


def embed_picture(media: Media, title: str, context: RenderContext) -> Image | None:
    """The provider's picture of something embedded, once the worker has fetched it for this site.

    The first render that asks for it leaves the wish; a preview leaves none.
    """
    if context.site_id is None or not (media.pictures or media.oembed):
        return None
    key = {"site_id": context.site_id, "url": media.url}
    wish = EmbedPicture.objects.filter(**key).first()
    if wish is None and not context.preview:
        wish, _ = EmbedPicture.objects.get_or_create(**key, defaults={"title": title[:150]})
    if wish is None:
        return None
    context.depend("embed_picture", wish.pk)
    return image(wish.image_id, context, decorative=True)


def file(pk: int, context: RenderContext, *, title: str = "") -> File | None:
    """The file as it is used here: a `title` overrides its own. None if it is gone.

    What a publication mentions is public: the copy is made as soon as the publication is committed.
    """
    context.depend("file", pk)
    found = context.once(("file", pk), lambda: SiteDocument.objects.filter(pk=pk).first())
    if found is None:
        return None
    if not context.preview:
        context.once(("copy", pk), lambda: transaction.on_commit(lambda: settle(pk), robust=True))
    identity = str(context.identity("file", pk))
    return file_shape(found, identity=identity, title=title, preview=context.preview)


def file_link(pk: int, context: RenderContext) -> FileLink | UnavailableLink:
    """A link to a file; an unavailable one if it is gone."""
    found = file(pk, context)
    if found is None:
        return UnavailableLink(kind="file")
    return FileLink(type=found.content_type, id=UUID(found.id), url=found.url, title=found.title)
