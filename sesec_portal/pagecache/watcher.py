"""A thread beside the requests: it hears of changes, and makes anew what readers asked for before them.

So a page that was in memory is there again soon after each change, also for the case that the database goes away then.

A clock that is set back is a change too: what was made under the later time may tell of what is still to come, and
nginx, which keeps time by the same clock, would keep it until then.
"""

import logging
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable

from django.db import close_old_connections, connections

from . import cdn
from .cache_key import Address
from .generation import Generation
from .hosts import Confirmation

logger = logging.getLogger(__name__)

# Seconds between two looks at the generation, and at what other machines have told.
_PAUSE = 0.5
# Seconds by which a clock is set back at least, rather than slowed down.
_SET_BACK = 1
# Pages that are made anew after a change: all of a portal that is read as this one is.
_MOST = 200


class Watcher:
    """Watches the content for one process.

    Arguments: the Generation; what is called to look whether it has changed; and what makes the page at an address
    anew, and tells whether pages can be made at all.
    """

    def __init__(self, generation: Generation, notice: Callable[[], object], renew: Callable[[Address], bool]) -> None:
        self._generation = generation
        self._notice = notice
        self._renew = renew
        self._confirmation = Confirmation(generation.folder)
        self._process: int | None = None
        self._clock = _offset()
        # Those used last stand at the end.
        self._wanted: deque[Address] = deque(maxlen=_MOST)

    def begin(self) -> None:
        """Start the thread, unless this process has it; a fork begins without."""
        if self._process != os.getpid():
            self._process = os.getpid()
            threading.Thread(target=self._watch, name="page-cache-watcher", daemon=True).start()
            if cdn.is_there():
                threading.Thread(target=cdn.watch, name="cdn-watcher", daemon=True).start()

    def want(self, addresses: Iterable[Address]) -> None:
        """Have the pages at these addresses made anew, the last first."""
        self._wanted.extend(addresses)

    def look(self) -> None:
        """Hear what others have changed, also those that have died, and make what is wanted.

        It makes pauses, so that readers go first.
        """
        try:
            self._generation.take_over()
            if self._clock_was_set_back():
                self._generation.move()
            if self._generation.news:
                self._generation.hear()
                self._confirmation.give(self._generation.now())
        except OSError:
            logger.exception("What others have changed is not heard: RUN_DIR cannot be written.")
        self._notice()
        if not self._wanted:
            return
        begun = time.monotonic()
        while self._wanted and self._renew(self._wanted.pop()):
            time.sleep(time.monotonic() - begun)
            begun = time.monotonic()
        connections.close_all()

    def _clock_was_set_back(self) -> bool:
        former, self._clock = self._clock, _offset()
        return self._clock < former - _SET_BACK

    def _watch(self) -> None:
        while True:
            close_old_connections()
            try:
                self.look()
            except Exception:
                # The thread has to live on; what it could not make, readers will ask for.
                logger.exception("Pages could not be made anew.")
            time.sleep(_PAUSE)


def _offset() -> float:
    """Return the seconds by which the time of day is ahead of a clock that nobody sets."""
    return time.time() - time.monotonic()
