"""The public copy of a file: there while a publication mentions the file, and gone when none does any more.

An image's renditions are public from the upload on, under names that nobody can guess. A document may hold far more
than a picture, so its bytes come out only when an editor publishes something that mentions it, and go when that goes.
Files do not roll back: what is copied and taken back is settled after the commit, and a worker's chore settles what
a crash has left.
"""

from django.core.files.storage import storages
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from cms.media import retired
from cms.media.document import SiteDocument
from cms.pipeline.publish.models import Dependency


def settle(pk: int) -> bool:
    """Put out, exchange or take back the copy of one file, as the publications ask for; whether there was need."""
    document = SiteDocument.objects.filter(pk=pk).first()
    if document is None:
        return False
    if not _mentions(pk).exists():
        return bool(document.copied_as) and _take_back(document)
    return document.copied_from != document.file.name and _put_out(document)


def settle_missing(limit: int) -> int:
    """Settle what is not as it should be; how many files were."""
    mentioned = Exists(Dependency.objects.filter(kind="file", object_id=OuterRef("pk")))
    documents = SiteDocument.objects.exclude(digest="").annotate(mentioned=mentioned)
    wrong = Q(mentioned=True) & ~Q(copied_from=F("file")) | Q(mentioned=False) & ~Q(copied_as="")
    return sum(settle(pk) for pk in documents.filter(wrong).order_by("pk").values_list("pk", flat=True)[:limit])


def owner_of(document: SiteDocument) -> str:
    """How its files are known when it has let go of them."""
    return f"file:{document.pk}"


def _mentions(pk: int) -> "QuerySet[Dependency]":
    return Dependency.objects.filter(kind="file", object_id=pk)


def _put_out(document: SiteDocument) -> bool:
    """Copy outside of any transaction, then say so, unless the file was exchanged meanwhile."""
    name, old, source = document.public_name, document.copied_as, document.file.name
    retired.reserve([name])
    public = storages["public"]
    # A process that was killed while writing leaves a part of a file under the right name.
    if public.exists(name) and public.size(name) != document.file_size:
        public.delete(name)
    if not public.exists(name):
        with document.file.storage.open(source) as original:
            name = public.save(name, original)
    with transaction.atomic():
        still = SiteDocument.objects.filter(pk=document.pk, file=source, copied_as=old)
        if not still.update(copied_as=name, copied_from=source):
            return False
        retired.keep([name])
        if old not in ("", name):
            retired.retire([old], owner_of(document))
    return True


def _take_back(document: SiteDocument) -> bool:
    with transaction.atomic():
        still = SiteDocument.objects.select_for_update().filter(pk=document.pk, copied_as=document.copied_as)
        if not still.exists() or _mentions(document.pk).exists():
            return False
        still.update(copied_as="", copied_from="")
        retired.withdraw([document.copied_as], owner_of(document))
    return True
