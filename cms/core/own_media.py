"""Own media: a form takes only pictures and documents that its user may choose, or that stand there already.

Choosers offer no others. But a form takes any number that is posted, and rich text any that is written into it; what
is then published makes a foreign draft's picture or file public. Who does that is turned away without a word about
what the number stands for.
"""

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from cms.media.models import SiteDocument, SiteImage

Found = dict[type[Model], set[str]]
MAY = ["choose", "change"]


class OwnMedia:
    """Mixed into a form of the admin."""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        refuse_foreign(self.instance, self.for_user)  # type: ignore[attr-defined]


class OwnMediaForm(OwnMedia, WagtailAdminModelForm):
    pass


class OwnMediaPageForm(OwnMedia, WagtailAdminPageForm):
    pass


def refuse_foreign(instance: Model, user: Any) -> None:
    """Raise PermissionDenied if what is about to be saved shows a picture or document that is not the user's."""
    if user is None or user.is_superuser:
        return
    foreign = {model: pks - _own(model, pks, user) for model, pks in media_of(instance).items()}
    if not any(foreign.values()):
        return
    there = _already_there(instance)
    if any(pks - there[model] for model, pks in foreign.items()):
        raise PermissionDenied


def media_of(instance: Model) -> Found:
    """The primary keys of the pictures and documents that the instance shows anywhere."""
    models = {ContentType.objects.get_for_model(model).pk: model for model in (SiteDocument, SiteImage)}
    found: Found = defaultdict(set)
    for content_type, pk, *_ in ReferenceIndex._extract_references_from_object(instance):
        if content_type in models:
            found[models[content_type]].add(str(pk))
    return found


def _own(model: type[Model], pks: set[str], user: Any) -> set[str]:
    own = policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, MAY)
    numbers = [pk for pk in pks if pk.isascii() and pk.isdigit() and len(pk) < 19]
    return {str(pk) for pk in own.filter(pk__in=numbers).values_list("pk", flat=True)}


def _already_there(instance: Model) -> Found:
    """What is published, and what the latest draft holds."""
    found: Found = defaultdict(set)
    stored = type(instance)._default_manager.filter(pk=instance.pk).first() if instance.pk else None
    drafts = [stored.get_latest_revision_as_object()] if hasattr(stored, "get_latest_revision_as_object") else []
    for one in filter(None, [stored, *drafts]):
        for model, pks in media_of(one).items():
            found[model] |= pks
    return found
