"""Many rows at once: every value comes back as it went in, and what does not fit is refused, not cut off."""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import DataError, IntegrityError, connection, transaction
from wagtail.models import Site

from cms.pipeline.publish import many
from cms.pipeline.publish.models import Change, Identity, Op, Publication, Reason

pytestmark = pytest.mark.django_db
ODD = 'å\t"\\N\\"\n{}€\u2028'
AT = datetime(2026, 11, 30, 0, 1, 2, 345678, tzinfo=UTC)


def change(seq: int, **columns: object) -> Change:
    site = Site.objects.get()
    told = {"op": Op.UPSERT, "kind": "page", "type": "article", "identity": uuid.UUID(int=seq), "at": AT}
    return Change(site_id=site.pk, seq=seq, reason=Reason.CHANGED, **told | columns)


def publication(number: int) -> Publication:
    identity = Identity.objects.create(kind="page", object_id=number)
    return Publication.objects.create(identity=identity, kind="page", type="article", body="{}", content_hash="a")


def test_rows_come_back_as_they_went_in() -> None:
    many.insert([change(seq, path=f"/{ODD}{seq}/", url="") for seq in (1, 2)])
    first, second = Change.objects.order_by("seq")
    assert (first.path, second.path, second.url) == (f"/{ODD}1/", f"/{ODD}2/", "")
    assert (first.identity, first.at) == (uuid.UUID(int=1), AT)


def test_only_what_is_named_is_written() -> None:
    rows = [publication(number) for number in (1, 2, 3)]
    for number, row in enumerate(rows):
        row.body, row.content_hash, row.retry_at, row.wanted = f"{ODD}{number}", "", AT if number else None, 7
    many.update(rows, ("body", "content_hash", "retry_at"))
    stored = Publication.objects.order_by("identity__object_id")
    assert [(row.body, row.content_hash, row.retry_at, row.wanted) for row in stored] == [
        (f"{ODD}{number}", "", AT if number else None, 1) for number in range(3)
    ]


def test_a_fault_is_djangos_own() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        many.insert([change(1), change(1)])


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite takes a text of any length")
def test_what_is_too_long_is_refused() -> None:
    row = publication(1)
    row.content_hash = "a" * 500
    with pytest.raises(DataError), transaction.atomic():
        many.update([row], ("content_hash",))
    with pytest.raises(DataError), transaction.atomic():
        many.insert([change(1, kind="k" * 500)])


def test_none_is_nothing() -> None:
    many.insert([])
    many.update([])
