from django.apps import AppConfig


class PublishConfig(AppConfig):
    name = "cms.pipeline.publish"
    label = "publish"
    verbose_name = "Publicering"

    def ready(self) -> None:
        from cms.pipeline.publish import retention, schedule, worker

        worker.chore(schedule.run_due, every=1)
        worker.chore(retention.forget, every=60)
