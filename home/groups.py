"""Groups of a site: who may do what with its pages and its folder of pictures and documents, and with no other's."""

from collections.abc import Collection as Names
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page


class ProvisioningError(Exception):
    """What was asked for would touch another site; the message says what."""


@dataclass(frozen=True)
class Role:
    """What the members of a group may do: the group's name before the site's, and actions on pages and on media."""

    name: str
    pages: tuple[str, ...]
    media: tuple[str, ...]

    def group(self, label: str) -> Group:
        return Group.objects.get_or_create(name=f"{self.name}: {label}")[0]

    def allow(self, group: Group, home: Page, collection: Collection) -> None:
        """Let the group into the admin, to this site's pages and folder."""
        group.permissions.add(_permission("wagtailadmin", "access_admin"))
        for action in self.pages:
            permission = _permission("wagtailcore", f"{action}_page")
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
        # Wagtail asks for those of its own models, whichever models are in use.
        for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
            for action in self.media:
                permission = _permission(app, f"{action}_{model}")
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=collection, permission=permission
                )


EDITORS = Role("Redaktörer", pages=("add", "change", "publish"), media=("add", "change", "choose"))
WRITERS = Role("Skribenter", pages=("add", "change"), media=("add", "choose"))


def refuse_others(groups: Names[Group], home: Page, collection: Collection) -> None:
    """A group or folder of that name that belongs to another site is refused."""
    for group in groups:
        if group.page_permissions.exclude(page=home).exists():
            raise ProvisioningError(f"The group “{group}” already belongs to another site.")
    if collection.group_permissions.exclude(group__in=groups).exists():
        raise ProvisioningError(f"The folder “{collection}” already belongs to another site.")


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)
