"""The worker's part: fetching the pictures that are wished for, outside any transaction."""

import json
import logging

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Site

from cms.media import guard
from cms.media.embeds.fetch import FetchError, fetch
from cms.media.embeds.media import Media, Provider
from cms.media.embeds.picture import EmbedPicture
from cms.media.embeds.providers import find
from cms.media.models import SiteImage
from cms.pipeline.publish.publishing import note, publishing

logger = logging.getLogger("grenverk.media")

MAX_BYTES = 8_000_000
MAX_FACTS = 200_000  # bytes of an oEmbed answer
ENDINGS = {b"\xff\xd8\xff": "jpg", b"\x89PNG": "png", b"RIFF": "webp"}


def fetch_pictures(limit: int) -> int:
    """Fetch up to `limit` pictures that are due; how many were tried."""
    if not settings.EMBED_THUMBNAILS:
        return 0
    due = EmbedPicture.objects.filter(due__lte=timezone.now()).order_by("due", "pk")
    return sum(_try(picture) for picture in list(due[:limit]))


def _try(wish: EmbedPicture) -> int:
    if not wish.claim():
        return 0
    provider, media = find(wish.url)
    if provider is None or media is None:
        EmbedPicture.objects.filter(pk=wish.pk).update(due=None)  # not allowed any more
        return 1
    try:
        upload = download(provider, media)
        picture = guard.check_upload(upload)
    except (FetchError, ValidationError) as error:
        logger.warning("No picture of %s: %s", wish.url, error)
        return 1
    image = SiteImage(title=f"{provider.name}: {wish.title}"[:255], credit=provider.name, collection=folder(wish.site))
    image.hold(picture)
    _keep(wish, image, upload)
    return 1


def download(provider: Provider, media: Media) -> SimpleUploadedFile:
    """The provider's picture, the best that there is, under a name that says what it is."""
    addresses = [*media.pictures, *([_named(provider, media.oembed)] if media.oembed else [])]
    refusals = []
    for address in addresses:
        try:
            content = fetch(address, provider.picture_hosts, limit=MAX_BYTES)
        except FetchError as error:
            refusals.append(str(error))
            continue
        ending = next((ending for start, ending in ENDINGS.items() if content.startswith(start)), "")
        if ending:
            return SimpleUploadedFile(f"{provider.key}.{ending}", content)
        refusals.append("no picture")
    raise FetchError("; ".join(refusals) or "the provider has none")


def _named(provider: Provider, oembed: str) -> str:
    """The address of the picture that the provider names. Of what else it says, nothing is used."""
    try:
        facts = json.loads(fetch(oembed, provider.picture_hosts, limit=MAX_FACTS))
    except (ValueError, RecursionError) as error:
        raise FetchError(f"no JSON: {error}") from error
    named = facts.get("thumbnail_url") if isinstance(facts, dict) else None
    if not isinstance(named, str) or len(named) > 2000:
        raise FetchError("the provider names no picture")
    return named


def folder(site: Site) -> Collection:
    """The folder of those who write on the site; without one the root, which only administrators see."""
    writers = GroupPagePermission.objects.filter(page_id=site.root_page_id).values("group")
    theirs = GroupCollectionPermission.objects.filter(group__in=writers, permission__codename="add_image")
    found = Collection.objects.filter(pk__in=theirs.values("collection"), depth__gt=1).order_by("path").first()
    return found or Collection.get_first_root_node()


def _keep(wish: EmbedPicture, image: SiteImage, upload: SimpleUploadedFile) -> None:
    """Store the picture for the site, unless another worker has done so."""
    with publishing():
        row = EmbedPicture.objects.select_for_update().filter(pk=wish.pk, image=None).first()
        if row is None:
            return
        image.file = ContentFile(upload.read(), name=upload.name)
        image.save()
        EmbedPicture.objects.filter(pk=row.pk).update(image=image, due=None)
        note("embed_picture", row.pk)
