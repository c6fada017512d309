"""A replaced file is copied in the same request, right after the commit; a deleted one takes its copy along."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save, pre_delete

from cms.media import retired
from cms.media.document import PRIVATE_FOLDER, PUBLIC_FOLDER, SiteDocument
from cms.media.document_copy import owner_of, settle


def connect() -> None:
    """Listen, and say which files are ours; called once, when the apps are ready."""
    post_save.connect(copy_after_commit, sender=SiteDocument, dispatch_uid="media.copy_after_commit")
    pre_delete.connect(withdraw_copy, sender=SiteDocument, dispatch_uid="media.withdraw_copy")
    retired.claim(SiteDocument, "file", store=retired.PRIVATE, folder=PRIVATE_FOLDER)
    retired.claim(SiteDocument, "copied_as", store=retired.PUBLIC, folder=PUBLIC_FOLDER)


def copy_after_commit(instance: SiteDocument, raw: bool = False, **kwargs: Any) -> None:
    """Only what is public already has a copy to exchange; see document_copy.py for the first one."""
    if not raw and instance.copied_as and instance.copied_from != instance.file.name:
        transaction.on_commit(lambda: settle(instance.pk), robust=True)


def withdraw_copy(instance: SiteDocument, **kwargs: Any) -> None:
    """Who deletes a file wants it gone: no grace, neither for what it is nor for what it was before.

    Django sends this inside the transaction that deletes it.
    """
    retired.withdraw(filter(None, [instance.copied_as]), owner_of(instance))
