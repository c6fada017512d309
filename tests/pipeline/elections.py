"""What an annual meeting does to the register, as rules for the law's stories."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from organisation.models import Assignment, OrganisationPage, Person, Unit
from tests.build import assign, day, make_board, make_person, publish
from tests.pipeline.story import PICK, SITE, Story

DAYS = st.sampled_from([None, -2, -1, 0, 1])


def _at(offset: int | None) -> Any:
    return None if offset is None else day(offset)


class Elections(Story):
    """Mixed into the stories: people come, leave, agree and take it back; units end and go on."""

    def _one(self, number: int, found: Any) -> Any:
        rows = list(found.order_by("pk"))
        return rows[number % len(rows)] if rows else None

    @rule(site=SITE)
    def elect(self, site: int) -> None:
        unit = self.site(site).unit
        board = unit.bodies.first() or make_board(unit, chair=1, member=5)
        person = make_person(unit, self.title())
        assign(person, board.posts.last())

    @rule(site=SITE, shown=SITE)
    def present_a_unit(self, site: int, shown: int) -> None:
        page = OrganisationPage(
            title=self.title(), slug=self.title(), live=False, unit=Unit.objects.get(pk=self.site(shown).unit.pk)
        )
        publish(self.home(site).add_child(instance=page))

    @rule(which=PICK, agreed=DAYS, withdrawn=DAYS)
    def ask_for_leave(self, which: int, agreed: int | None, withdrawn: int | None) -> None:
        person = self._one(which, Person.objects)
        if person:
            person.consent_on, person.consent_withdrawn_on = _at(agreed), _at(withdrawn)
            person.save()

    @rule(which=PICK, ends=DAYS)
    def end_a_term(self, which: int, ends: int | None) -> None:
        assignment = self._one(which, Assignment.objects)
        if assignment:
            assignment.start_date, assignment.end_date = day(-2), _at(ends)
            assignment.save()

    @rule(which=PICK)
    def erase_a_person(self, which: int) -> None:
        person = self._one(which, Person.objects)
        if person:
            self.gone.add(person.name)
            person.delete()

    @rule(site=SITE, ends=DAYS)
    def end_a_unit(self, site: int, ends: int | None) -> None:
        unit = Unit.objects.get(pk=self.site(site).unit.pk)
        unit.dissolution_date = _at(ends)
        unit.save()
