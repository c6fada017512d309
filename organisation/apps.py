from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "organisation"
    verbose_name = "Organisation"

    def ready(self) -> None:
        from cms.pipeline.publish import kinds, worker
        from cms.sites.frame import register_standing
        from organisation import beginnings, receivers
        from organisation.assignment_kind import AssignmentKind
        from organisation.person_kind import PersonKind
        from organisation.standing import standing
        from organisation.unit_kind import UnitKind

        # In this order: an assignment mentions its person, a unit its assignments.
        for kind in (PersonKind(), AssignmentKind(), UnitKind()):
            kinds.register(kind)
        register_standing(standing)
        receivers.connect()
        worker.chore(beginnings.due, every=60)
