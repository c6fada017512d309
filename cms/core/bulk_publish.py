"""Bulk publishing, an item at a time: one page that cannot be shown does not stop the others."""

from typing import Any

from django.contrib import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from cms.pipeline.publish.errors import REFUSALS, reason
from cms.pipeline.publish.publishing import publishing

ALIAS = "”{title}” är en kopia som följer en annan sida. Publicera förlagan, eller gör kopian till en vanlig sida."


class PublishEachAction(PublishBulkAction):
    """Wagtail's bulk action with a savepoint for each page; a refusal is a message with the block's name."""

    def execute_action(  # an instance method here: the refusals go to this request's messages
        self, objects: list[Page], include_descendants: bool = False, user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        parents = sum(self._publish(page, user) for page in objects)
        children = 0
        if include_descendants:
            for page in objects:
                drafts = page.get_descendants().not_live().specific()
                allowed = [draft for draft in drafts if draft.permissions_for_user(user).can_publish()]
                children += sum(self._publish(draft, user) for draft in allowed)
        return parents, children

    def _publish(self, page: Page, user: Any) -> int:
        if page.alias_of_id:  # it has no text of its own to publish, and Wagtail fails on it
            messages.error(self.request, ALIAS.format(title=page.draft_title))
            return 0
        try:
            with publishing(apart=True):
                revision = page.get_latest_revision() or page.specific.save_revision(user=user)
                revision.publish(user=user)
        except REFUSALS as refusal:
            messages.error(self.request, reason(refusal, page.draft_title))
            return 0
        return 1

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        done = num_parent_objects + num_child_objects
        if not done:
            return None
        return "1 sida är publicerad." if done == 1 else f"{done} sidor är publicerade."  # Wagtail's is in English
