"""What is done to several pages at once, through the admin's own bulk actions, as rules for the law's stories."""

from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import rule
from wagtail.models import Page

from tests.pipeline.story import PICK, Story

DESK = "/admin/"  # where the admin leads to when it is done
SEVERAL = st.lists(PICK, min_size=1, max_size=4)


class Selections(Story):
    """Mixed into the stories: a selection is published, unpublished, moved, deleted."""

    @rule(which=SEVERAL, below=st.booleans())
    def publish_a_selection(self, which: list[int], below: bool) -> None:
        self._act("publish", self._chosen(which), **_with(below))

    @rule(which=SEVERAL, below=st.booleans())
    def unpublish_a_selection(self, which: list[int], below: bool) -> None:
        self._act("unpublish", self._chosen(which, live=True), **_with(below))

    @rule(which=SEVERAL)
    def delete_a_selection(self, which: list[int]) -> None:
        self._act("delete", self._apart(self._chosen(which)), confirm_site_name=settings.WAGTAIL_SITE_NAME)

    @rule(which=SEVERAL, where=PICK)
    def move_a_selection(self, which: list[int], where: int) -> None:
        """Pages of one type; the form refuses the others, and a slug that is taken there."""
        chosen = self._apart(self._chosen(which))
        target = self.place_for(chosen[0], where) if chosen else None
        fitting = [one for one in chosen if target and type(one) is type(chosen[0]) and self.fits(one, target)]
        if fitting:
            self._act("move", fitting, chooser=target.pk)

    def _chosen(self, which: list[int], **conditions: object) -> list[Page]:
        found = {page.pk: page for page in (self.written(number, **conditions) for number in which) if page}
        return list(found.values())

    def _apart(self, pages: list[Page]) -> list[Page]:
        """Without those below others: the list in which an editor chooses shows one level."""
        return [page for page in pages if not any(page.is_descendant_of(other) for other in pages)]

    def _act(self, action: str, pages: list[Page], **form: Any) -> None:
        if not pages:
            return
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        desk = Client()
        desk.force_login(self.chief)  # each time: the clock moves, and a session ends
        answer = desk.post(url, form, query_params={"id": [page.pk for page in pages], "next": DESK})
        assert (answer.status_code, answer.headers.get("Location")) == (302, DESK)


def _with(below: bool) -> dict[str, str]:
    return {"include_descendants": "on"} if below else {}
