from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = "Grund"

    def ready(self) -> None:
        from cms.core import announce, notices, receivers, references
        from cms.core.page_kind import PageKind
        from cms.media.document_copy import settle_missing
        from cms.media.document_kind import DocumentKind
        from cms.media.image_kind import ImageKind
        from cms.media.ladder import build_missing_ladders
        from cms.pipeline.publish import kinds, worker

        kinds.register(ImageKind(), foresight=references.foresee_images)
        kinds.register(DocumentKind())
        kinds.register(PageKind(), foresight=references.foresee_pages, guess=references.guess)
        receivers.connect()
        announce.connect()
        notices.connect()
        worker.chore(lambda: build_missing_ladders(1), every=10)
        worker.chore(lambda: settle_missing(20), every=10)
