"""A new or replaced file gets its ladder in the same request, right after the commit; a deleted image lets go of it."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save, pre_delete

from cms.media import retired
from cms.media.ladder import build_ladder
from cms.media.models import SiteImage
from cms.media.withdrawal import owner_of


def connect() -> None:
    """Listen; called once, when the apps are ready."""
    post_save.connect(build_after_commit, sender=SiteImage, dispatch_uid="media.build_after_commit")
    pre_delete.connect(withdraw_ladder, sender=SiteImage, dispatch_uid="media.withdraw_ladder")


def build_after_commit(instance: SiteImage, raw: bool = False, **kwargs: Any) -> None:
    """Fixtures are left to the worker: their files may not be there yet."""
    if raw or not instance.file or instance.ladder_source == instance.file.name:
        return
    # Robust: the image is saved by then, and a full disk must not show the editor an error. The worker tries again.
    # (A lambda, not a partial: Django logs the failure by the function's name, which a partial does not have.)
    transaction.on_commit(lambda: build_ladder(instance), robust=True)


def withdraw_ladder(instance: SiteImage, **kwargs: Any) -> None:
    """Before the rows go with the image: Django sends this inside the transaction that deletes it.

    Who deletes a picture wants it gone: no grace, neither for what it is nor for what it was before.
    """
    retired.withdraw(instance.ladder.values_list("file", flat=True), owner_of(instance))
