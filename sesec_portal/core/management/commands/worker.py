"""The clockwork beside the web server."""

import signal
import threading

from django.core.management import BaseCommand
from django.db import DatabaseError, close_old_connections

from sesec_portal.core import schedule


class Command(BaseCommand):
    help = "Publishes and takes down scheduled pages each minute, until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, default=60, help="seconds between two rounds (default 60)")
        parser.add_argument("--once", action="store_true", help="do one round and end")

    def handle(self, *, every, once, **options):
        stopped = threading.Event()
        if not once:
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_: stopped.set())
        while True:
            self._round()
            if once or stopped.wait(every):
                return
            close_old_connections()

    def _round(self):
        try:
            for refusal in schedule.run():
                self.stderr.write(f"{refusal} It keeps its schedule and is tried again.")
        except DatabaseError as error:
            # A database that is away for a moment must not end the clockwork.
            self.stderr.write(f"The round failed and is tried again: {error}")
