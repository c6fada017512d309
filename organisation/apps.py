from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "organisation"
    verbose_name = "Organisation"

    def ready(self) -> None:
        from cms.pipeline.publish import kinds
        from cms.sites.frame import register_standing
        from organisation import receivers
        from organisation.standing import standing
        from organisation.unit_kind import UnitKind

        kinds.register(UnitKind())
        register_standing(standing)
        receivers.connect()
