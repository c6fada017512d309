"""SitePolicy: who may change what belongs to a site."""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from wagtail.models import Page
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import policy_registry

PEOPLE_MAY = frozenset({"change", "view"})
PEOPLE_MAY_ALL = frozenset({"add", "change", "delete", "view"})


class SitePolicy(BasePermissionPolicy):
    """A site's people, who may publish its root page, do `people_may` with what belongs to it; superusers everything.

    `root_page` is the lookup from the model to that page. `house` is the policy of what these things belong to:
    whoever has such a house may do with the model what people may, also while there is nothing in it yet. Django's
    permissions play no part: a site's people are told by its pages alone.
    """

    def __init__(
        self,
        model: type[Model],
        root_page: str,
        people_may: Collection[str] = PEOPLE_MAY,
        house: "SitePolicy | None" = None,
    ) -> None:
        super().__init__(model)
        self.root_page = root_page
        self.people_may = frozenset(people_may)
        self.house = house or self

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self.user_has_any_permission(user, [action])

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        if user.is_active and user.is_superuser:
            return True
        return bool(self.people_may & set(actions)) and self._has_house(user)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        return self.instances_user_has_any_permission_for(user, [action]).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> "QuerySet[Any]":
        if user.is_active and user.is_superuser:
            everything: QuerySet[Any] = self.model._default_manager.all()
            return everything
        return self.own(user) if self.people_may & set(actions) else self.model._default_manager.none()

    def users_with_any_permission(self, actions: Iterable[str]) -> "QuerySet[Any]":
        if self.people_may & set(actions):
            people: QuerySet[Any] = policy_registry.get_by_type(Page).users_with_permission("publish")
            return people
        return get_user_model().objects.filter(is_active=True, is_superuser=True)

    def _has_house(self, user: Any) -> bool:
        """Asked for each item of the menu and each button of a list: answered once a user, who lasts a request."""
        known: dict[SitePolicy, bool] = user.__dict__.setdefault("_has_houses", {})
        if self.house not in known:
            known[self.house] = self.house.own(user).exists()
        return known[self.house]

    def own(self, user: Any) -> "QuerySet[Any]":
        """What belongs to the user's sites."""
        own: QuerySet[Any] = self.model._default_manager.filter(**{f"{self.root_page}__in": root_pages(user)})
        return own


def root_pages(user: Any) -> "QuerySet[Page]":
    """The pages that the user may publish; a site is theirs if its root page is among them."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish")
