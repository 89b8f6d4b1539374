"""The work of the night, done beside the worker in a process of its own, so that it holds up nothing."""

import subprocess
import sys

from django.conf import settings

from . import queue


class NightlyJob:
    """Starts `manage.py nightly --due` where work of the night is due that nobody does."""

    def __init__(self) -> None:
        self._work: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """Start the work if it waits, and ours of before has ended."""
        if not self._under_way() and queue.is_waiting(queue.NIGHT):
            self._work = subprocess.Popen([sys.executable, settings.ROOT / "manage.py", "nightly", "--due"])  # noqa: S603

    def end(self) -> None:
        """End the work; another worker, or the next, does the rest."""
        if work := self._under_way():
            work.terminate()
            work.wait()

    def _under_way(self) -> subprocess.Popen[bytes] | None:
        return self._work if self._work and self._work.poll() is None else None
