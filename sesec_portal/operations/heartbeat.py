"""The worker's sign of life: a file in RUN_DIR, and a word in Redis for the other machines."""

import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from sesec_portal.pagecache.shared_cache import Unreachable, shared_cache

# Seconds of silence after which the worker is taken for dead; its longest task is well under that.
PATIENCE = 300
_NAME = "worker"


def beat() -> None:
    """Tell that the worker is at work. Raises OSError where RUN_DIR cannot be written."""
    Path(settings.RUN_DIR, _NAME).touch()
    if settings.SEVERAL_MACHINES:
        with suppress(Unreachable):
            shared_cache().set(_NAME, time.time(), None)


def silence() -> float | None:
    """Return the seconds since the worker was last heard on any machine, or None where it never was."""
    heard: list[float] = []
    with suppress(OSError):
        heard.append(Path(settings.RUN_DIR, _NAME).stat().st_mtime)
    if settings.SEVERAL_MACHINES:
        with suppress(Unreachable):
            moment = shared_cache().get(_NAME)
            heard += [moment] if isinstance(moment, float) else []
    last = max(heard, default=0)
    return max(0, time.time() - last) if last else None
