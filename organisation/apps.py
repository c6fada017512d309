from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "organisation"
    verbose_name = "Organisation"

    def ready(self) -> None:
        from cms.core import people
        from cms.pipeline.publish import kinds, worker
        from cms.sites.frame import register_standing
        from organisation import beginnings, receivers
        from organisation.assignment_kind import AssignmentKind
        from organisation.choices import of_site
        from organisation.choices import people as own_people
        from organisation.person_kind import PersonKind
        from organisation.shapes.person import card
        from organisation.standing import standing
        from organisation.unit_kind import UnitKind

        # In this order: an assignment mentions its person, a unit its assignments.
        kinds.register(PersonKind(), personal=True)
        kinds.register(AssignmentKind())
        kinds.register(UnitKind())
        register_standing(standing)
        people.register(card, own_people, of_site)
        receivers.connect()
        worker.chore(beginnings.due, every=60)
