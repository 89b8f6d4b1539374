"""The worker beside the web server."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from typing import TypeVarTuple

from django.core.management import BaseCommand
from django.core.management.base import CommandParser
from django.db import Error, close_old_connections

from sesec_portal.counting.summing import sum_up
from sesec_portal.operations import heartbeat
from sesec_portal.operations.jobs import queue, schedule
from sesec_portal.operations.jobs.nightly import NightlyJob
from sesec_portal.search.index.backfill import backfill
from sesec_portal.share_images.tasks import renew_all

A = TypeVarTuple("A")

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Publishes and takes down scheduled pages and adds up views each minute, does what waits in the queue, and "
        "each night renews the searches and looks whether everything fits together, until it is stopped."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, default=60, help="seconds between two rounds (default 60)")
        parser.add_argument("--once", action="store_true", help="do one round and end")

    def handle(self, *, every: int, once: bool, **options: object) -> None:
        stopped = threading.Event()
        if not once:
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_: stopped.set())
            # Share images that a restore, a loading or a new way of drawing has left missing.
            self._try(renew_all.enqueue)
        self._try(queue.requeue_interrupted)
        nightly_job = NightlyJob()
        while True:
            next_round = time.monotonic() + every
            self._try(self._round)
            self._try(nightly_job.look)
            while not stopped.is_set():
                self._try(heartbeat.beat)
                self._try(queue.run_pending, stopped)
                if once or time.monotonic() >= next_round:
                    break
                stopped.wait(1)
            if once or stopped.is_set():
                nightly_job.end()
                return
            close_old_connections()

    def _round(self) -> None:
        for refusal in schedule.run():
            logger.warning("%s It keeps its schedule and is tried again.", refusal)
        backfill()
        queue.prune()
        sum_up()

    def _try(self, action: Callable[[*A], object], *arguments: *A) -> None:
        try:
            action(*arguments)
        except (Error, OSError) as error:
            # A database that is away for a moment, or a full disk, must not end the worker.
            logger.error("The round failed and is tried again: %s", error)
            close_old_connections()
