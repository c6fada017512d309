from django.apps import AppConfig


class PublishConfig(AppConfig):
    name = "cms.pipeline.publish"
    label = "publish"
    verbose_name = "Publicering"

    def ready(self) -> None:
        from cms.pipeline.publish import schedule, worker

        worker.chore(schedule.run_due, every=1)
