"""The cache itself: a WSGI application around Django's, which it asks only for what it does not have."""

import hashlib
import logging
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from sesec_portal.edtf import clock

from . import cdn, generation
from .build_id import build_id
from .cache_key import Address, CacheKeys, Key
from .generation import Generation
from .lifetimes import by_nobody
from .lru import LRUCache
from .memo import memoized_for
from .origin import DjangoApplication, Origin, UncachedResponse, bare_request
from .responses import CachedResponse
from .shared_cache import SharedCache, Unreachable, shared_cache
from .single_flight import SingleFlight
from .watcher import Watcher

logger = logging.getLogger(__name__)

# Seconds for which an old answer of the same generation is given again where a new one could not be made.
_RESPITE = 5


class PageCache:
    """Answers readers without an account from memory; hands everything else to Django.

    Arguments: Django's application, the Generation of the content, the SharedCache behind this process's memory, the
    most bytes of memory to use, and whether to watch for changes between requests too. Raises ImproperlyConfigured
    where the folder of the generation cannot be used.
    """

    def __init__(
        self, application: DjangoApplication, current: Generation, shared: SharedCache, most: int, *, watches: bool
    ) -> None:
        self.application = application
        self.generation = current
        self.shared = shared
        self.memory = LRUCache(most)
        self.cache_keys = CacheKeys()
        self._build_id = build_id()
        self._origin = Origin(application)
        self._last = ""
        self._cdn = cdn.is_there()
        self._watcher = Watcher(current, self._current, self._renew) if watches else None
        try:
            self.generation.take_over()
            self.generation.now()
            self._single_flight = SingleFlight(Path(self.generation.folder, "in-the-making"))
        except OSError as error:
            example = "RUN_DIR=/srv/run"
            raise ImproperlyConfigured(f"RUN_DIR cannot be written ({error}), for example {example}") from error

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request (PEP 3333)."""
        if not self.cache_keys.is_for_readers(environ) or self.cache_keys.is_personal(environ):
            return self.application(environ, by_nobody(start_response))
        if self._watcher:
            self._watcher.begin()
        current = self._current()
        if not current:
            return self.application(environ, by_nobody(start_response))
        with memoized_for(current):
            return self._answer(current, environ, start_response)

    def _answer(self, current: str, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        address = self.cache_keys.of(environ)
        if not address:
            return self.application(environ, by_nobody(start_response))
        now = time.time()
        day = clock.civil_day()
        key = (current, day.number, *address)
        answer = self.memory.get(key)
        if answer is not None and now < answer.expires:
            edge = current if self._cdn else ""
            return answer.send(environ, start_response, hit=True, day_ends=day.ends, edge=edge)
        made = self._make(key, address, environ, answer)
        # What has changed while the page was made, the CDN may have been told before it gets this one.
        edge = current if self._cdn and self._current() == current else ""
        return made.send(environ, start_response, hit=False, day_ends=day.ends, edge=edge)

    def _current(self) -> str | None:
        """Return the generation, or None where it cannot be known, and forget what belongs to an older one."""
        try:
            current = self.generation.now()
        except OSError:
            logger.exception("The page cache is out of use: RUN_DIR cannot be read.")
            return None
        if current != self._last:
            self._last = current
            former = self.memory.clear()
            if self._watcher:
                self._watcher.want(key[2:] for key in former)
            # Wagtail keeps the paths of its sites in each process, and tells only the one in which they change.
            apps.get_model("wagtailcore", "Site").clear_site_root_paths_cache()
        return current

    def _renew(self, address: Address) -> bool:
        """Make a page that is not in memory; tell whether that is of use, which it is not where something is away."""
        current = self._current()
        if not current:
            return False
        key = (current, clock.civil_day().number, *address)
        if self.memory.get(key) is not None:
            return True
        with memoized_for(current):
            answer = self._make(key, address, bare_request(address), None)
        if isinstance(answer, CachedResponse):
            return True
        answer.close()
        return not answer.failed

    def _make(
        self, key: Key, address: Address, environ: WSGIEnvironment, former: CachedResponse | None
    ) -> CachedResponse | UncachedResponse:
        """Return the answer from the second level, from a request that is making it, or made now."""
        flight, leading = self._single_flight.join(key)
        if not leading:
            return self._single_flight.wait(flight) or self._origin.answer(address, environ)
        with self._single_flight.flying(key, flight):
            answer: CachedResponse | UncachedResponse | None = self._find(key)
            if not answer:
                answer = self._origin.answer(address, environ)
                if isinstance(answer, CachedResponse):
                    self._share(key, answer)
                elif former and answer.failed:
                    answer.close()
                    former.expires = time.time() + _RESPITE
                    answer = former
            if isinstance(answer, CachedResponse):
                self.memory.keep(key, answer)
                flight.answer = answer
        return answer

    def _find(self, key: Key) -> CachedResponse | None:
        try:
            answer = self.shared.get(self._place(key))
        except Unreachable:
            return None
        return answer if isinstance(answer, CachedResponse) and time.time() < answer.expires else None

    def _share(self, key: Key, answer: CachedResponse) -> None:
        with suppress(Unreachable):
            self.shared.set(self._place(key), answer, settings.PAGE_LIFETIME)

    def _place(self, key: Key) -> str:
        return hashlib.blake2b(repr((self._build_id, *key)).encode(), digest_size=20).hexdigest()


def in_front_of(application: DjangoApplication) -> WSGIApplication:
    """Return the application behind the page cache that the settings describe, or bare where they give it no memory."""
    if not settings.PAGE_MEMORY:
        return lambda environ, start_response: application(environ, by_nobody(start_response))
    return PageCache(application, generation.here(), shared_cache(), settings.PAGE_MEMORY, watches=True)
