"""Where people and their assignments stand, in words an editor does not have to learn."""

from datetime import date

from cms.core import dates
from organisation.models.assignment import Assignment
from organisation.models.person import Person
from organisation.models.unit import Unit

SHOWN = "Visas"
NO_CONSENT = "Visas inte: inget samtycke"


def of_person(who: Person, day: date) -> str:
    """Whether the name may be shown on that day, and if not, why."""
    if who.consent_on is None:
        return NO_CONSENT
    if who.consent_withdrawn_on and who.consent_withdrawn_on <= day:
        return f"Visas inte: tog tillbaka sitt samtycke {dates.day(who.consent_withdrawn_on)}"
    if who.consent_on > day:
        return f"Visas från {dates.day(who.consent_on)}"
    return f"Visas till {dates.day(who.consent_withdrawn_on)}" if who.consent_withdrawn_on else SHOWN


def of_assignment(assignment: Assignment, day: date) -> str:
    """Whether it is shown on that day, and if not, why. What is over or not begun is told before the consent."""
    if assignment.end_date and assignment.end_date <= day:
        return f"Slutade {dates.day(assignment.end_date)}"
    if assignment.start_date > day:
        return f"Börjar {dates.day(assignment.start_date)}"
    return of_person(assignment.person, day)


def of_unit(unit: Unit, day: date) -> str:
    """Whether it exists on that day."""
    if unit.dissolution_date and unit.dissolution_date <= day:
        return f"Upphörde {dates.day(unit.dissolution_date)}"
    if unit.founding_date and unit.founding_date > day:
        return f"Bildas {dates.day(unit.founding_date)}"
    return f"Upphör {dates.day(unit.dissolution_date)}" if unit.dissolution_date else "Finns"
