"""What time and second thoughts do, as rules for the law's stories: the schedule, expiry, old revisions, raw SQL."""

from contextlib import suppress
from datetime import datetime, timedelta
from unittest import mock

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule
from wagtail.models import Page

from cms.pipeline.publish import patrol, schedule
from cms.pipeline.publish.models import Patrol
from cms.pipeline.publish.publishing import publishing
from tests.pipeline.story import PICK, Story

HOURS = st.integers(1, 72)
_now = timezone.now  # before anybody moves the clock


class Moments(Story):
    """Mixed into the stories: the clock moves, and what was written once comes back."""

    def begin(self) -> None:
        """Take over the clock, until `end`."""
        self.moved = timedelta()
        self.clock = mock.patch("django.utils.timezone.now", self._time)
        self.clock.start()

    def end(self) -> None:
        self.clock.stop()

    def _time(self) -> datetime:
        return _now() + self.moved

    @rule(hours=HOURS)
    def time_passes(self, hours: int) -> None:
        """What is due is done before anybody looks: the worker that runs all the time looks every second."""
        self.moved += timedelta(hours=hours)
        schedule.run_due()

    @rule(which=PICK, live_in=HOURS, gone_in=st.none() | HOURS)
    def put_on_the_schedule(self, which: int, live_in: int, gone_in: int | None) -> None:
        page = self.content_page(which)
        if page is None or page.alias_of_id:
            return
        page.title = self.title()
        page.go_live_at = timezone.now() + timedelta(hours=live_in)
        page.expire_at = page.go_live_at + timedelta(hours=gone_in) if gone_in else None
        with publishing():
            page.save_revision(approved_go_live_at=page.go_live_at)

    @rule(which=PICK, hours=HOURS)
    def let_it_expire(self, which: int, hours: int) -> None:
        page = self.content_page(which)
        if page and page.live and page.alias_of_id is None:
            page.expire_at = timezone.now() + timedelta(hours=hours)
            page.go_live_at = None
            with publishing():
                page.save_revision().publish()

    @rule(which=PICK, back=st.integers(0, 5))
    def go_back_to_a_revision(self, which: int, back: int) -> None:
        page = self.content_page(which)
        if page is None or page.alias_of_id:
            return
        revisions = list(page.revisions.order_by("-created_at", "-pk"))
        if revisions:
            old = revisions[back % len(revisions)].as_object()
            with suppress(ValidationError), publishing():  # another page may have its address by now
                old.save_revision(previous_revision=revisions[back % len(revisions)]).publish()

    @rule(which=PICK)
    def edit_in_raw_sql(self, which: int) -> None:
        """Nobody is told; the audit finds it, in its round."""
        page = self.content_page(which)
        if page is None:
            return
        title = self.title()
        self.given.add(title)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE wagtailcore_page SET title = %s, draft_title = %s WHERE id = %s", [title, title, page.pk]
            )
        Patrol.objects.filter(name="audit").delete()
        patrol.audit(10_000)
        patrol.sweep()
        self.remember(Page.objects.get(pk=page.pk))
