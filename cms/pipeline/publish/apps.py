from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class PublishConfig(AppConfig):
    name = "cms.pipeline.publish"
    label = "publish"
    verbose_name = "Publicering"

    def ready(self) -> None:
        from cms.databases.write_back import write_back
        from cms.pipeline.publish import patrol, retention, schedule, worker

        connection_created.connect(_teach, dispatch_uid="publish.search")
        worker.chore(schedule.run_due, every=1)
        worker.chore(retention.forget, every=60)
        worker.chore(write_back, every=1, patrol=True)
        worker.chore(patrol.beat, every=5, patrol=True)
        worker.chore(patrol.sweep, every=300, patrol=True)
        worker.chore(patrol.audit, every=10, patrol=True)


def _teach(connection: Any, **kwargs: Any) -> None:
    """SQLite ranks what a search finds by a function of ours."""
    if connection.vendor == "sqlite":
        from cms.pipeline.publish.search import sqlite

        sqlite.register(connection.connection)
