"""The worker: renders what was touched, keeps the schedule and the appointments."""

import logging
import signal
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from cms.pipeline.publish import worker
from cms.pipeline.publish.progress import Progress

logger = logging.getLogger("grenverk.worker")


class Command(BaseCommand):
    help = (
        "Render what was touched, publish what is scheduled, make missing pictures. Runs until stopped; safe to "
        "start twice, on two hosts, and to kill. Says every few seconds how many are left and how long the oldest has "
        "waited, while much is. Example: manage.py worker --once"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Work until nothing is left to do, then end.")
        parser.add_argument("--idle", type=float, default=0.5, help="Seconds to wait when there is nothing to do.")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stopped = False
        stale = worker.start()
        self.stdout.write(f"worker: {worker.backlog()} publications to render ({stale} of an older release)")
        progress = Progress(self._say)
        if options["once"]:
            self._say(f"worker: {worker.drain(after=progress.look)} done, {worker.backlog()} left")
            return
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        while not self.stopped:
            if not self._step(progress):
                time.sleep(options["idle"])
        self.stdout.write("worker: stopped")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()  # also where it goes into a file or the journal

    def _step(self, progress: Progress) -> int:
        try:
            done = worker.step()
            progress.look()
            return done
        except Exception:
            # The database is away, or something is broken: everything is in rows, so the next round goes on where
            # this one stopped. A worker that ends would leave the schedule and every other page waiting.
            logger.exception("worker: trying again")
            close_old_connections()
            time.sleep(2)
            return 0

    def _stop(self, *args: object) -> None:
        self.stopped = True
