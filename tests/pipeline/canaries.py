"""The words by which a leak is seen: each is made up for one thing and stands nowhere else."""

import re
from itertools import count
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import Page, Revision

from cms.pipeline.publish.models import Placement
from organisation.models import Person
from tests.build import day

CANARY = re.compile(r"kanarie\d+x")
_numbers = count(1)


class Canaries:
    """Mixed into the stories: they listen to what is saved, so that no rule can forget to say what it wrote."""

    given: set[str]  # every title that a page ever had, in a draft too
    public: dict[int, set[str]]  # those that it had while it was live
    gone: set[str]  # the words of what was deleted

    def listen(self) -> None:
        self.given, self.public, self.gone = set(), {}, set()
        post_save.connect(self._saved)

    def stop_listening(self) -> None:
        post_save.disconnect(self._saved)

    def title(self) -> str:
        return f"kanarie{next(_numbers)}x"

    def slug(self) -> str:
        return f"adress-{next(_numbers)}"  # not from the title: a page under a withdrawn one keeps its address

    def remember(self, page: Page) -> None:
        self.given.add(page.title)
        if page.live:
            self.public.setdefault(page.pk, set()).add(page.title)

    def _saved(self, instance: Model, update_fields: Any = None, **kwargs: Any) -> None:
        if isinstance(instance, Revision):
            self.given.add(instance.content.get("title", ""))
        elif isinstance(instance, Page) and (update_fields is None or "title" in update_fields):
            self.remember(instance)

    def hidden(self) -> set[str]:
        """What nobody may read now: titles of what is not public, drafts' titles, people who did not agree."""
        placed = Placement.objects.filter(kind="page").values_list("publication__identity__object_id", flat=True)
        shown = {title for pk in set(placed) for title in self.public.get(pk, ())}
        silent = {person.name for person in Person.objects.all() if not person.agrees(day())}
        return (self.given - shown) | self.gone | silent
