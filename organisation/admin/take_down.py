"""Pages in whose text a name stands: taken off the web until somebody has changed the text, if the editor says so."""

from collections.abc import Collection
from typing import Any

from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from cms.core import announce
from organisation.mentions.name import Name
from organisation.mentions.namesakes import identities
from organisation.mentions.public import Reading, readings
from organisation.models import Person


def offered(who: Person, user: Any) -> list[Reading]:
    """Those that the user may unpublish. A site's front door is none: the whole site would be closed."""
    own = set(identities([who.pk]).values())
    written = [one for one in readings(Name(who.name, who.mailbox), own) if one.kind == "page" and one.written]
    policy = policy_registry.get_by_type(Page)
    mine = policy.instances_user_has_permission_for(user, "publish").filter(pk__in=[one.pk for one in written])
    doors = Site.objects.values("root_page")
    allowed = set(mine.exclude(pk__in=doors).values_list("pk", flat=True))
    return [one for one in written if one.pk in allowed]


def take_down(pages: Collection[int], user: Any) -> None:
    """Unpublish these; called in the transaction that takes the consent back, by a view that tells of it in its own
    words."""
    with announce.listening():
        for page in Page.objects.filter(pk__in=pages, live=True).specific():
            UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
