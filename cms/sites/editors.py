"""The editors of a site: the group that may publish its start page and nothing elsewhere, and who is in it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet
from wagtail.log_actions import log

from cms.sites.models import Frontend

ENTRANCE = {"wagtailadmin.access_admin"}


def groups(frontend: Frontend) -> list[Group]:
    """The site's groups of editors, told by what they may and not by what they are called.

    They publish the start page and what lies below, and reach no page elsewhere; of Django's permissions they have the
    one that opens the admin. A group that may do more is not one to invite strangers into.
    """
    home = frontend.site.root_page_id
    permissions = {"page_permissions__page": home, "page_permissions__permission__codename": "publish_page"}
    found = Group.objects.filter(**permissions).distinct().order_by("pk")
    found = found.prefetch_related("permissions__content_type", "page_permissions")
    return [group for group in found if _permissions(group) == ENTRANCE and _only(group, home)]


def members(frontend: Frontend) -> "QuerySet[Any]":
    """All who are in one of the groups."""
    return get_user_model().objects.filter(groups__in=groups(frontend)).distinct().order_by("pk")


def able(users: "QuerySet[Any]") -> "QuerySet[Any]":
    """Of these the ones who can log in: active, with a password that they have chosen."""
    return users.filter(is_active=True).exclude(Q(password="") | Q(password__startswith=UNUSABLE_PASSWORD_PREFIX))


def pending(frontend: Frontend) -> "QuerySet[Any]":
    """Those who were invited and have not chosen a password yet."""
    invited = members(frontend).filter(is_active=True, last_login=None, is_superuser=False)
    return invited.filter(password__startswith=UNUSABLE_PASSWORD_PREFIX)


def somebody_stays(frontend: Frontend, leaving: Iterable[int]) -> bool:
    """Whether anybody can still log in and edit once these are gone."""
    return able(members(frontend)).exclude(pk__in=list(leaving)).exists()


class LastEditor(Exception):
    """Nobody would be left who can log in and edit the site."""


def remove(frontend: Frontend, users: Iterable[Any], by: Any = None) -> list[Any]:
    """Take users out of the site's groups; who was. Superusers stay. Raises LastEditor before anything is done.

    Within a transaction: the groups are locked, so that two who remove each other do not leave an empty room.
    """
    rooms = groups(frontend)
    list(Group.objects.select_for_update().filter(pk__in=[room.pk for room in rooms]).order_by("pk"))
    inside = {user.pk for user in members(frontend)}
    leaving = [user for user in users if user.pk in inside and not user.is_superuser]
    if leaving and not somebody_stays(frontend, [user.pk for user in leaving]):
        raise LastEditor
    for user in leaving:
        user.groups.remove(*rooms)
        log(user, "wagtail.edit", user=by)
    return leaving


def _permissions(group: Group) -> set[str]:
    return {f"{one.content_type.app_label}.{one.codename}" for one in group.permissions.all()}


def _only(group: Any, home: int) -> bool:
    return {one.page_id for one in group.page_permissions.all()} == {home}
