from django.apps import AppConfig


class SitesConfig(AppConfig):
    name = "cms.sites"
    label = "sites"
    verbose_name = "Webbplatser"

    def ready(self) -> None:
        from cms.pipeline.publish import houses, kinds, number, publishing, worker
        from cms.sites import receivers
        from cms.sites.frame_kind import FrameKind
        from cms.sites.houses import load
        from cms.sites.purge import follow as caches
        from cms.sites.purge import notes
        from cms.sites.redirect_kind import RedirectKind, follow

        houses.register(load)
        kinds.register(FrameKind())
        kinds.register(RedirectKind(), follow)
        receivers.connect()
        number.beyond(notes.note_unplaced)
        publishing.committed(caches.at_once)
        worker.at_start(caches.start)
        worker.chore(caches.work, every=0)
