"""The folder in which views wait to be summed up: one line each, with the second and the path, and nothing else.

A file that is whole keeps its name for itself: it is never begun anew under that name.
"""

import logging
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

# nginx writes into it until deploy/nginx/check gives it another name.
OPEN = "nginx.log"
# Seconds for which a process keeps its lines, and for which a file is silent before it is taken for whole.
_KEPT, _SILENT = 10, 90


class Waiting:
    """Lines of this process on their way into the folder; nobody who reads waits for the disk."""

    def __init__(self) -> None:
        self._process = secrets.token_hex(8)
        self._lines: list[str] = []
        self._lock = threading.Lock()

    def add(self, path: str) -> None:
        """Add a view of a path, as WSGI has it."""
        line = f"{time.time():.0f} {path}\n"
        with self._lock:
            self._lines.append(line)
            is_first = len(self._lines) == 1
        if is_first:
            timer = threading.Timer(_KEPT, self.write)
            timer.daemon = True
            timer.start()

    def write(self) -> None:
        """Append the lines to the file of this process and this minute."""
        with self._lock:
            lines, self._lines = self._lines, []
        text = "".join(lines).encode("latin-1")
        try:
            settings.VIEWS_DIR.mkdir(parents=True, exist_ok=True)
            with (settings.VIEWS_DIR / f"{time.time() // 60:.0f}-{self._process}.log").open("ab") as file:
                file.write(text)
        except OSError:
            logger.exception("%s views are not counted: VIEWS_DIR cannot be written.", len(lines))


def whole_files() -> Iterator[Path]:
    """Yield the files to which nothing is added any more."""
    for file in sorted(settings.VIEWS_DIR.glob("*.log")):
        # Another worker may have removed it since.
        with suppress(FileNotFoundError):
            if file.name != OPEN and time.time() - file.stat().st_mtime > _SILENT:
                yield file
