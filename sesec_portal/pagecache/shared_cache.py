"""The second level, shared by processes: Django's cache named "pages", which may be away at any moment."""

import functools
import logging
import time
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from django.core.cache import caches
from django.core.cache.backends.base import BaseCache

A = TypeVarTuple("A")
T = TypeVar("T")

logger = logging.getLogger(__name__)

# Seconds for which a cache that failed is left alone, so that readers do not wait for it one by one.
_REST = 2


class Unreachable(Exception):
    """The shared cache is away."""


class SharedCache:
    """A Django cache whose failures are one exception, told in the log once until it works again."""

    def __init__(self, cache: BaseCache) -> None:
        self.cache = cache
        self._away_until = 0.0
        self._told = False

    def get(self, key: str) -> object:
        """Return what is kept under a key, or None where it was kept under another one; raises Unreachable."""
        kept = self._ask(self.cache.get, key)
        return kept[1] if isinstance(kept, tuple) and len(kept) == 2 and kept[0] == key else None

    def set(self, key: str, value: object, seconds: float | None) -> None:
        """Keep a value for some seconds, or for ever where that is None; raises Unreachable."""
        self._ask(self.cache.set, key, (key, value), seconds)

    def _ask(self, question: Callable[[*A], T], *arguments: *A) -> T:
        if time.monotonic() < self._away_until:
            raise Unreachable
        try:
            answer = question(*arguments)
        # A cache's driver has errors of its own, and a value kept by another release may not be readable.
        except Exception as error:
            self._away_until = time.monotonic() + _REST
            if not self._told:
                logger.warning("The shared cache is away; pages are served without it: %s", error)
            self._told = True
            raise Unreachable from error
        self._told = False
        return answer


@functools.cache
def shared_cache() -> SharedCache:
    """Return the one shared cache of this process; Django's own `caches` would make one for each thread."""
    return SharedCache(caches.create_connection("pages"))
