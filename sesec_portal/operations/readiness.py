"""Whether the portal can do its work, part by part."""

import logging
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor

from sesec_portal.pagecache.shared_cache import Unreachable, shared_cache

from . import heartbeat

logger = logging.getLogger(__name__)


class NotReady(Exception):
    """A part that does not work; its text says why."""


def parts() -> dict[str, str]:
    """Return the name of each part with "ok", "failed", or "away" where pages are served without it."""
    return {name: _state(name, check) for name, check in _CHECKS.items()}


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
