"""The texts that a thing is made of, and how its rows are found by a part of them."""

import json
from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import CharField, Field, FileField, ForeignKey, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from modelcluster.models import get_all_child_relations
from taggit.models import ItemBase, TagBase
from wagtail.fields import StreamField

from organisation.mentions.name import Name


def holding(rows: "QuerySet[Any]", name: Name) -> list[Any]:
    """Of these rows those whose texts hold the name, their child rows' included."""
    model = rows.model
    pks = _pks(rows, name, "pk")
    for relation in get_all_child_relations(model):
        children = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": rows})
        pks |= _pks(children, name, relation.field.attname)
    return list(rows.filter(pk__in=pks).order_by("-pk"))


def _pks(rows: "QuerySet[Any]", name: Name, owner: str) -> set[Any]:
    found = rows.filter(pk__in=probed(rows, _columns(rows.model), name).values("pk"))
    return {getattr(row, owner) for row in found if any(map(name.stands_in, _of_row(row)))}


def probed(rows: "QuerySet[Any]", columns: Collection[str], name: Name) -> "QuerySet[Any]":
    """The rows that may hold it. Every kind of column is read as the database's own text."""
    if not columns:
        return rows.none()
    as_text = {f"text_{at}": Cast(column, TextField()) for at, column in enumerate(columns)}
    conditions = [Q(**{f"{alias}__icontains": probe}) for alias in as_text for probe in name.probes]
    return rows.alias(**as_text).filter(reduce(or_, conditions))


def _columns(model: type[Model]) -> list[str]:
    own = [field.name for field in model._meta.concrete_fields if _is_text(field)]
    return [*own, "tag__name"] if issubclass(model, ItemBase) else own


def _is_text(field: "Field[Any, Any]") -> bool:
    """What an editor writes: bookkeeping is not editable."""
    return field.editable and not field.choices and isinstance(field, CharField | TextField | FileField | StreamField)


def _of_row(row: Model) -> Iterator[str]:
    for field in row._meta.concrete_fields:
        if not _is_text(field):
            yield from _tag(row, field)
        elif isinstance(field, StreamField):
            yield from strings(json.loads(field.value_to_string(row)))
        else:
            yield str(getattr(row, field.name))


def _tag(row: Model, field: "Field[Any, Any]") -> Iterator[str]:
    if isinstance(field, ForeignKey) and issubclass(field.related_model, TagBase):
        yield getattr(row, field.name).name


def strings(value: Any) -> Iterator[str]:
    """The texts in a JSON value; JSON that is a text within it is read too."""
    if isinstance(value, str):
        yield from _in_text(value)
    elif isinstance(value, list | dict):
        for inner in value if isinstance(value, list) else value.values():
            yield from strings(inner)


def _in_text(value: str) -> Iterator[str]:
    if value[:1] in ("[", "{"):
        try:
            yield from strings(json.loads(value))
            return
        except ValueError:
            pass  # a text that begins with a bracket
    yield value
