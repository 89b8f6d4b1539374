"""The first level: this process's own memory, bounded in bytes."""

import threading
from collections import OrderedDict

from .cache_key import Key
from .responses import CachedResponse


class LRUCache:
    """Keeps the answers used last, up to a number of bytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.used = 0
        self._answers: OrderedDict[Key, CachedResponse] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> CachedResponse | None:
        """Return the answer kept under a key, or None."""
        with self._lock:
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
            return answer

    def keep(self, key: Key, answer: CachedResponse) -> None:
        """Keep an answer; those not used for longest make room."""
        with self._lock:
            self._drop(self._answers.pop(key, None))
            self._answers[key] = answer
            self.used += answer.size
            while self.used > self.most:
                self._drop(self._answers.popitem(last=False)[1])

    def clear(self) -> list[Key]:
        """Forget everything; return the keys, that of the answer used last at the end."""
        with self._lock:
            keys = list(self._answers)
            self._answers.clear()
            self.used = 0
        return keys

    def __len__(self) -> int:
        return len(self._answers)

    def _drop(self, answer: CachedResponse | None) -> None:
        if answer is not None:
            self.used -= answer.size
