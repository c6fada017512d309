from django.apps import AppConfig


class SitesConfig(AppConfig):
    name = "cms.sites"
    label = "sites"
    verbose_name = "Webbplatser"

    def ready(self) -> None:
        from cms.pipeline.publish import houses, kinds
        from cms.sites import receivers
        from cms.sites.frame_kind import FrameKind
        from cms.sites.houses import load
        from cms.sites.redirect_kind import RedirectKind, follow

        houses.register(load)
        kinds.register(FrameKind())
        kinds.register(RedirectKind(), follow)
        receivers.connect()
