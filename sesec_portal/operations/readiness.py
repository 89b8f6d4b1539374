"""Whether the portal can do its work, part by part: for readers, for staff, as a whole."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor

from sesec_portal.pagecache.shared_cache import Unreachable, shared_cache

from . import heartbeat

logger = logging.getLogger(__name__)

# Set once this process could serve readers: from then on it has pages in memory.
_has_been_ready = Event()


class NotReady(Exception):
    """A part that does not work; its text says why."""


def for_readers() -> dict[str, str]:
    """Return the state of what this process needs to serve readers.

    It begins with the database and its migrations. Once it had them it serves kept pages without, and what is away for
    all web servers alike is no reason to take each of them from readers.
    """
    states = _states(["run_dir"] if _has_been_ready.is_set() else ["database", "migrations", "run_dir"])
    if "failed" not in states.values():
        _has_been_ready.set()
    return states


def for_staff() -> dict[str, str]:
    """Return the state of what this process needs to serve staff, who read and write everything anew."""
    return _states(["database", "migrations", "run_dir", "media"])


def of_everything() -> dict[str, str]:
    """Return the state of each part of the portal, also of those that others do without for a while."""
    return _states(_CHECKS)


def _states(names: Iterable[str]) -> dict[str, str]:
    """Return for each part "ok", "failed", or "away" where the portal does without."""
    return {name: _state(name, _CHECKS[name]) for name in names}


def _state(name: str, check: Callable[[], None]) -> str:
    try:
        check()
    except Unreachable:
        return "away"
    except (NotReady, DatabaseError, InterfaceError, OSError) as reason:
        logger.warning("Not ready: %s: %s", name, reason)
        return "failed"
    return "ok"


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _migrations() -> None:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        raise NotReady(f"{len(waiting)} migrations wait; run manage.py migrate")


def _redis() -> None:
    if settings.SEVERAL_MACHINES:
        shared_cache().get("ready")


def _worker() -> None:
    silence = heartbeat.silence()
    if silence is None or silence > heartbeat.PATIENCE:
        raise NotReady("manage.py worker is not running" if silence is None else f"silent for {silence:.0f} seconds")


def _writable(folder: Path) -> None:
    with TemporaryFile(dir=folder):
        pass


_CHECKS: dict[str, Callable[[], None]] = {
    "database": _database,
    "migrations": _migrations,
    "run_dir": lambda: _writable(settings.RUN_DIR),
    "redis": _redis,
    "worker": _worker,
    "media": lambda: _writable(settings.MEDIA_ROOT),
}
