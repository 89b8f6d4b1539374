"""How machines hear of each other's changes: through the database, where the changes are.

See docs/decisions/0027-news-come-through-the-database.md.
"""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from django.apps import apps
from django.db import DatabaseError, InterfaceError

from .shared_cache import Unreachable

T = TypeVar("T")

logger = logging.getLogger(__name__)

# Seconds for which a database that failed is not asked again: nothing can change in it meanwhile.
_REST = 2


class News:
    """The generation as all machines have it; a database that is away is one exception, and once in the log."""

    def __init__(self) -> None:
        self._away_until = 0.0
        self._told = False

    def told(self) -> str | None:
        """Return the generation that was told last, or None where none was; raises Unreachable."""
        if time.monotonic() < self._away_until:
            raise Unreachable
        return self._ask(lambda: apps.get_model("pagecache", "Content").objects.word())

    def tell(self, word: str) -> None:
        """Tell all machines of a generation; raises Unreachable."""
        self._ask(lambda: apps.get_model("pagecache", "Content").objects.tell(word))

    def _ask(self, question: Callable[[], T]) -> T:
        try:
            answer = question()
        except (DatabaseError, InterfaceError) as error:
            self._away_until = time.monotonic() + _REST
            if not self._told:
                logger.warning("Machines do not hear of each other's changes: %s", error)
            self._told = True
            raise Unreachable from error
        self._told = False
        return answer
