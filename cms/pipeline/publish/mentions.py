"""Mentions: what shows something of a thing, as the last renders have recorded it."""

from cms.pipeline.publish.context import Key
from cms.pipeline.publish.models import Dependency


def mentioning(kind: str, pk: int) -> list[Key]:
    """The publications that depend on this object, by kind and primary key of what they publish."""
    found = Dependency.objects.filter(kind=kind, object_id=pk)
    return list(found.values_list("publication__kind", "publication__identity__object_id"))
