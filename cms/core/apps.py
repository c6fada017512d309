from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = "Grund"

    def ready(self) -> None:
        from cms.core import receivers
        from cms.core.page_kind import PageKind
        from cms.media.image_kind import ImageKind
        from cms.pipeline.publish import kinds

        kinds.register(ImageKind())
        kinds.register(PageKind())
        receivers.connect()
