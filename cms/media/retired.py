"""Files that nobody shows any more, and the day they are deleted.

Files do not roll back and rows do. So a file is never deleted by the one who lets go of it: a row in the same
transaction says from when it may go, and the worker deletes it after that, unless something shows it again.
"""

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.core.files.storage import storages
from django.db import models, transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

logger = logging.getLogger("grenverk.media")

PUBLIC = "public"
PRIVATE = "default"
UNFINISHED = timedelta(days=1)
"""How long a file may lie there before the row that shows it is committed."""
STORE_IS_AWAY = timedelta(hours=1)
PORTION = 200


class RetiredFile(models.Model):
    """A file of a store, and from when it may be deleted."""

    wagtail_reference_index_ignore = True

    store = models.CharField(max_length=20)
    """The alias of its store in STORAGES."""
    name = models.CharField(max_length=255)
    delete_after = models.DateTimeField(db_index=True)
    owner = models.CharField(max_length=40, blank=True, default="", db_index=True)
    """What showed it last, as `image:12`; nothing for a file that nothing has shown yet."""

    class Meta:
        verbose_name = "fil som ska raderas"
        verbose_name_plural = "filer som ska raderas"
        constraints = [models.UniqueConstraint(fields=["store", "name"], name="media_retired_file")]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Claim:
    """A column that names files: what stands in it is in use."""

    model: type[models.Model]
    field: str
    store: str
    folder: str
    """Where these files lie. Everything in there must be claimed by somebody, or it is an orphan."""

    def used(self, names: Collection[str]) -> set[str]:
        """Those of the names that stand in the column."""
        rows = self.model._default_manager.filter(**{f"{self.field}__in": names})
        return set(rows.values_list(self.field, flat=True))


_claims: list[Claim] = []


def claim(model: type[models.Model], field: str, *, store: str, folder: str) -> None:
    """Register a column that names files; called when the app that owns it starts."""
    _claims.append(Claim(model, field, store, folder))


def folders() -> set[tuple[str, str]]:
    """Every (store, folder) in which claimed files lie."""
    return {(known.store, known.folder) for known in _claims}


def used(names: Collection[str], store: str) -> set[str]:
    """Those of the names that something still shows."""
    return {name for known in _claims if known.store == store for name in known.used(names)}


def retire(names: Iterable[str], owner: str, store: str = PUBLIC) -> None:
    """Let go of files that were replaced: their addresses answer for the grace period.

    Call it in the transaction that drops the rows: if that rolls back, nothing was retired.
    """
    _mark(names, owner, store, timezone.now() + timedelta(days=settings.MEDIA_GRACE_DAYS))


def withdraw(names: Iterable[str], owner: str, store: str = PUBLIC) -> None:
    """Let go of files that must not be seen any more, and of those which the same owner showed before them.

    They are deleted as soon as the transaction is committed; if the process dies in between, the worker does it.
    What something else still shows stays.
    """
    earlier = RetiredFile.objects.filter(store=store, owner=owner).values_list("name", flat=True)
    names = {*names, *earlier}
    _mark(names, owner, store, timezone.now())
    transaction.on_commit(partial(_delete_now, names, store), robust=True)


def reserve(names: Collection[str], store: str = PUBLIC) -> None:
    """Announce files before they are written, outside the transaction that will show them.

    One whose owner is never committed is deleted after a day; one that was about to be deleted stays that long.
    """
    until = timezone.now() + UNFINISHED
    rows = [RetiredFile(store=store, name=name, delete_after=until) for name in sorted(set(names))]
    RetiredFile.objects.bulk_create(rows, ignore_conflicts=True)
    known = RetiredFile.objects.filter(store=store, name__in=names)
    known.update(delete_after=Greatest(F("delete_after"), until), owner="")


def keep(names: Collection[str], store: str = PUBLIC) -> None:
    """The files are shown from now on: call it in the transaction that writes the rows which name them."""
    RetiredFile.objects.filter(store=store, name__in=names).delete()


def delete_due(limit: int = PORTION) -> int:
    """Delete files whose time has come; how many rows were done with."""
    due = RetiredFile.objects.filter(delete_after__lte=timezone.now()).order_by("delete_after", "pk")
    return sum(_delete(pk) for pk in list(due.values_list("pk", flat=True)[:limit]))


def _mark(names: Iterable[str], owner: str, store: str, moment: datetime) -> None:
    rows = [RetiredFile(store=store, name=name, delete_after=moment, owner=owner) for name in sorted(set(names))]
    RetiredFile.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["store", "name"], update_fields=["delete_after", "owner"]
    )


def _delete_now(names: Collection[str], store: str) -> None:
    for pk in RetiredFile.objects.filter(store=store, name__in=names).values_list("pk", flat=True):
        _delete(pk)


def _delete(pk: int) -> int:
    """One file, in a transaction that holds its row alone: nobody reserves the name while the file goes."""
    with transaction.atomic():
        due = RetiredFile.objects.select_for_update(skip_locked=True).filter(delete_after__lte=timezone.now())
        row = due.filter(pk=pk).first()
        if row is None:
            return 0
        if not used([row.name], row.store):
            try:
                storages[row.store].delete(row.name)
            except OSError as error:
                logger.warning("%s could not be deleted from the store %r: %s", row.name, row.store, error)
                RetiredFile.objects.filter(pk=pk).update(delete_after=timezone.now() + STORE_IS_AWAY)
                return 0
        row.delete()
    return 1
