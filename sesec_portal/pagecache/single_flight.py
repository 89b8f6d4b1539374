"""Each page is made once at a time: by one thread of a process, and by one process of a machine."""

import fcntl
import hashlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .cache_key import Key
from .responses import CachedResponse

# Seconds after which those who wait make the page themselves.
_PATIENCE = 5
_BETWEEN_TRIES = 0.01


class InFlight:
    """A page in the making."""

    def __init__(self) -> None:
        self.landed = threading.Event()
        self.answer: CachedResponse | None = None


class SingleFlight:
    """Lets one request make a page while the others that want it wait; pages never wait for another page.

    Argument: the path of a file, on whose bytes the processes of a machine lock; one byte stands for one page.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        self._lock = threading.Lock()
        self._under_way: dict[Key, InFlight] = {}

    def join(self, key: Key) -> tuple[InFlight, bool]:
        """Return the flight for a key, and whether the caller is the one to fly it, with `flying`."""
        with self._lock:
            flight = self._under_way.get(key)
            if flight:
                return flight, False
            flight = self._under_way[key] = InFlight()
            return flight, True

    def wait(self, flight: InFlight) -> CachedResponse | None:
        """Return the answer that a flight brings, or None if it failed, brought nothing to share, or takes too long."""
        flight.landed.wait(_PATIENCE)
        return flight.answer

    @contextmanager
    def flying(self, key: Key, flight: InFlight) -> Iterator[None]:
        """Make a page inside the block, alone on this machine; however the block ends, nobody waits any longer."""
        try:
            with self._alone(key):
                yield
        finally:
            with self._lock:
                del self._under_way[key]
            flight.landed.set()

    @contextmanager
    def _alone(self, key: Key) -> Iterator[None]:
        place = int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=7).digest(), "big")
        until = time.monotonic() + _PATIENCE
        while not (locked := self._try(place)) and time.monotonic() < until:
            time.sleep(_BETWEEN_TRIES)
        try:
            yield
        finally:
            if locked:
                fcntl.lockf(self._file, fcntl.LOCK_UN, 1, place)

    def _try(self, place: int) -> bool:
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
        except OSError:
            return False
        return True
