"""The app that holds pictures and files."""

from django.apps import AppConfig
from django.conf import settings


class MediaConfig(AppConfig):
    """Private originals, the public ladder of renditions, and the door that uploads come in through."""

    name = "cms.media"
    label = "media"
    verbose_name = "Bilder och dokument"

    def ready(self) -> None:
        from cms.media import document_receivers, orphans, portraits, receivers, retired
        from cms.media.embeds.worker import fetch_pictures
        from cms.media.finish import finish_ladders
        from cms.media.models import LadderFile, SiteImage, SiteRendition
        from cms.pipeline.publish import publishing, worker

        receivers.connect()
        document_receivers.connect()
        retired.claim(SiteImage, "file", store=retired.PRIVATE, folder="original_images")
        retired.claim(SiteRendition, "file", store=retired.PRIVATE, folder="images")
        retired.claim(LadderFile, "file", store=retired.PUBLIC, folder="images")
        if settings.MEDIA_FINISH:
            worker.chore(lambda: finish_ladders(1), every=1, slow=True)
        publishing.afterwards(portraits.take_down)
        worker.chore(portraits.take_down, every=1)
        worker.chore(lambda: fetch_pictures(1), every=5, slow=True)
        worker.chore(retired.delete_due, every=60)
        worker.chore(orphans.sweep_in_turn, every=600)
