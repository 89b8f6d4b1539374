"""Processes that died with a change of the content of which they had not told anybody.

Each process that changes anything holds the lock of a file of its own for as long as it lives. A file that is there
and that nobody holds is of a process that has died, perhaps between a commit and the move of the generation.
"""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_FILE = "changing-"


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Let one process at a time write in a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    place = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(place, fcntl.LOCK_EX)
        yield
    finally:
        os.close(place)


class Mark:
    """The file by which others notice the end of this process. Argument: the folder that the processes share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: tuple[int, IO[bytes]] | None = None

    def hold(self) -> None:
        """Make the file and hold its lock, from the first time on; a fork makes its own. Raises OSError."""
        if self._held and self._held[0] == os.getpid():
            return
        with one_at_a_time(self._folder):
            file = (self._folder / f"{_FILE}{secrets.token_hex(8)}").open("xb")
            fcntl.flock(file, fcntl.LOCK_EX)
        self._held = os.getpid(), file


def left_behind(folder: Path) -> list[Path]:
    """Return the files of processes that have died. Only who is alone in the folder can rely on it."""
    return [file for file in folder.glob(f"{_FILE}*") if not _is_held(file)]


def _is_held(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        # Another process has seen to it.
        return True
    return False
