"""The clockwork beside the web server."""

import signal
import threading

from django.core.management import BaseCommand
from django.db import DatabaseError, close_old_connections

from sesec_portal.core import schedule
from sesec_portal.core.share_images.tasks import renew_all


class Command(BaseCommand):
    help = "Draws missing share images, then publishes and takes down scheduled pages each minute until stopped."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, default=60, help="seconds between two rounds (default 60)")
        parser.add_argument("--once", action="store_true", help="do one round and end")

    def handle(self, *, every, once, **options):
        stopped = threading.Event()
        if not once:
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_: stopped.set())
            self._catch_up()
        while True:
            self._round()
            if once or stopped.wait(every):
                return
            close_old_connections()

    def _catch_up(self):
        """Draw the share images that a restore, a planting or a new way of drawing has left missing."""
        try:
            renew_all.enqueue()
        except DatabaseError as error:
            self.stderr.write(f"The share images were not looked after; “draw_share_images” does it: {error}")

    def _round(self):
        try:
            for refusal in schedule.run():
                self.stderr.write(f"{refusal} It keeps its schedule and is tried again.")
        except DatabaseError as error:
            # A database that is away for a moment must not end the clockwork.
            self.stderr.write(f"The round failed and is tried again: {error}")
