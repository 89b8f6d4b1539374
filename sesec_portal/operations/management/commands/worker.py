"""The worker beside the web server; there may be several."""

import logging
import signal
import threading
import time
from collections.abc import Callable

from django.core.management import BaseCommand
from django.core.management.base import CommandParser
from django.db import Error
from django.utils import timezone

from sesec_portal.operations import heartbeat
from sesec_portal.operations.jobs import clock, queue
from sesec_portal.operations.jobs.nightly import NightlyJob
from sesec_portal.share_images.tasks import renew_all

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Puts what is due into the queue each minute (pages to publish and to take down, views to add up, and each "
        "night what renews the searches and looks whether everything fits together), and does what waits there, until "
        "it is stopped."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, default=60, help="seconds between two looks at the clock (default 60)")
        parser.add_argument("--once", action="store_true", help="look once, do what waits, and end")

    def handle(self, *, every: int, once: bool, **options: object) -> None:
        if once:
            self._try(clock.tick)
            self._try(queue.do_all)
            self._try(heartbeat.beat)
            return
        stopped = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stopped.set())
        # Share images that a restore, a loading or a new way of drawing has left missing.
        self._try(lambda: queue.want(renew_all, [()], timezone.now()))
        night = NightlyJob()
        next_tick = time.monotonic()
        while not stopped.is_set():
            self._try(heartbeat.beat)
            if time.monotonic() >= next_tick:
                next_tick = time.monotonic() + every
                self._try(clock.tick)
                self._try(night.look)
            if not self._try(queue.do_next):
                stopped.wait(1)
        night.end()

    def _try(self, action: Callable[[], object]) -> object:
        try:
            return action()
        except (Error, OSError) as error:
            # A database that is away for a moment, a full disk: where it was says nothing.
            logger.error("The worker could not do its next step, and tries again: %s", error)
        except Exception:
            logger.exception("The worker could not do its next step, and tries again.")
        return None
