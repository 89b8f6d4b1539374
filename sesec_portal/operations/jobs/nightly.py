"""The work of the night, done beside the worker in a process of its own, so that it holds up nothing."""

import subprocess
import sys
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

_HOUR, _MINUTE = 3, 30


class NightlyJob:
    """Starts `manage.py nightly` at half past three in the portal's time zone, each night that it is looked after."""

    def __init__(self) -> None:
        self._next = _coming()
        self._work: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """Start the work if it is time and last night's has ended."""
        if timezone.now() >= self._next and not self._under_way():
            self._next = _coming()
            self._work = subprocess.Popen([sys.executable, settings.ROOT / "manage.py", "nightly"])  # noqa: S603

    def end(self) -> None:
        """End the work, which goes on next night."""
        if work := self._under_way():
            work.terminate()
            work.wait()

    def _under_way(self) -> subprocess.Popen[bytes] | None:
        return self._work if self._work and self._work.poll() is None else None


def _coming() -> datetime:
    now = timezone.localtime()
    night = now.replace(hour=_HOUR, minute=_MINUTE, second=0, microsecond=0)
    return night if night > now else night + timedelta(days=1)
