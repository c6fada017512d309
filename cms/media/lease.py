"""Lease: how long a picture is left alone after a worker took it in hand, or failed on it."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from cms.media.models import SiteImage

LEASE = timedelta(minutes=10)


def free() -> Q:
    """As a condition on SiteImage: those that no worker has in hand."""
    return Q(finishing_until=None) | Q(finishing_until__lte=timezone.now())


def take(pk: int) -> bool:
    """Take an image in hand, unless somebody has it; two that try at once do not both get it."""
    return bool(SiteImage.objects.filter(free(), pk=pk).update(finishing_until=timezone.now() + LEASE))


def give_back(pk: int) -> None:
    """It is to be had again at once."""
    SiteImage.objects.filter(pk=pk).update(finishing_until=None)
