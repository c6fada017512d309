"""The app that holds pictures."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Private originals, the public ladder of renditions, and the door that uploads come in through."""

    name = "cms.media"
    label = "media"
    verbose_name = "Bilder"

    def ready(self) -> None:
        from cms.media import receivers

        receivers.connect()
