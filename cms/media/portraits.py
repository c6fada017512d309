"""Portraits are public while something shows them, and no longer.

Any other picture is public from the upload on, under addresses that nobody can guess. But who takes back their
consent, or leaves their post, wants their face gone and not only the mention of it: an address that was public once
is in caches, mails and search engines. So a portrait's ladder is taken down in the transaction in which the last
publication stops showing it, and built again when one shows it anew. The law of it is one query, `_wrongly_up`; it is
asked after every flush, and by a chore for what ends by the calendar.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from cms.media import retired
from cms.media.models import LadderFile, SiteImage
from cms.media.withdrawal import owner_of, withdraw
from cms.pipeline.publish import kinds
from cms.pipeline.publish.models import Dependency
from cms.pipeline.publish.publishing import publishing


def hidden() -> QuerySet[SiteImage]:
    """The portraits that nothing shows."""
    return SiteImage.objects.filter(~_shown(), is_portrait=True)


def take_down() -> int:
    """Take down every portrait that nothing shows any more; how many were."""
    taken = 0
    if _wrongly_up().exists():
        with publishing():
            while image := _wrongly_up().first():
                _take_down(image)
                taken += 1
    return taken


def forget(image: SiteImage, names: Iterable[str]) -> None:
    """Delete what was stored for a portrait that was taken down meanwhile."""
    if hidden().filter(pk=image.pk).exists():
        with transaction.atomic():
            retired.withdraw(names, owner_of(image))


def _shown() -> Exists:
    """Whether something that is read by itself shows the image."""
    shows = Dependency.objects.filter(kind="image", object_id=OuterRef("pk"))
    return Exists(shows.filter(publication__kind__in=kinds.read_by_themselves()))


def _wrongly_up() -> QuerySet[SiteImage]:
    return hidden().filter(Exists(LadderFile.objects.filter(image=OuterRef("pk")))).order_by("pk")


def _take_down(image: SiteImage) -> None:
    # The same picture uploaded twice has the same files: a copy that nothing shows must not keep them there.
    twins = LadderFile.objects.filter(file__in=withdraw(image)).values("image")
    SiteImage.objects.filter(pk__in=twins).update(is_portrait=True)
