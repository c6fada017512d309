"""What the organisation's nouns share in the admin: forms that offer only one's own, and lists of what is one's own."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.db.models import Model, QuerySet
from django.forms import ModelChoiceField
from django.forms.models import ModelChoiceIterator
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BaseColumn
from wagtail.permissions import policy_registry

from cms.core.own_media import OwnMediaForm
from cms.sites.people_viewset import OwnIndexView, PeopleViewSet
from organisation.models import Body, Person, Post, Unit

# What a form may refer to, and what its name is made of.
CHOSEN: dict[type[Model], tuple[str, ...]] = {
    Unit: (),
    Body: ("unit",),
    Post: ("unit", "body__unit"),
    Person: ("unit",),
}


class ByUnit(ModelChoiceIterator):
    """The choices below their units, for who has more than one unit to choose from."""

    def __iter__(self) -> Iterator[Any]:
        found = sorted(self.queryset, key=lambda one: (one.unit.name, one.unit_id))
        groups = [(unit, list(some)) for unit, some in groupby(found, key=lambda one: one.unit)]
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        for unit, some in groups:
            if len(groups) == 1:
                yield from [(self.field.prepare_value(one), _within_unit(one)) for one in some]
            else:
                yield (unit.name, [self.choice(one) for one in some])


def _within_unit(one: Body | Post | Person) -> str:
    """What it is called where there is one unit only."""
    return one.title if isinstance(one, Body) else str(one)


class OwnForm(OwnMediaForm):
    """Offers the user's own units, bodies, posts and people; another's is refused like one that never existed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, ModelChoiceField) and field.queryset.model in CHOSEN:
                self._offer_own(name, field)

    def offered(self, name: str, model: type[Model]) -> "QuerySet[Any]":
        """What the field offers."""
        own = policy_registry.get_by_type(model).instances_user_has_permission_for(self.for_user, "change")
        return own.select_related(*CHOSEN[model])

    def _offer_own(self, name: str, field: ModelChoiceField) -> None:
        model = field.queryset.model
        if model is not Unit:
            field.iterator = ByUnit
        field.queryset = self.offered(name, model)
        if model is Unit and field.required and len(field.queryset[:2]) == 1:
            field.empty_label = None  # nothing to choose


class OwnUnitIndexView(OwnIndexView):
    """A list of what belongs to units. Which unit is said to those who have many."""

    def get_base_queryset(self) -> "QuerySet[Any]":
        return super().get_base_queryset().select_related(*CHOSEN.get(self.model, ()))

    @cached_property
    def columns(self) -> list[BaseColumn]:
        columns: list[BaseColumn] = super().columns
        many = self.request.user.is_superuser
        return [column for column in columns if many or column.name != "unit"]


class OwnUnitViewSet(PeopleViewSet):
    """What belongs to a unit: its site's people add, change and delete it; superusers do so for all units."""

    index_view_class = OwnUnitIndexView
    add_to_admin_menu = False  # in the menu of the group
