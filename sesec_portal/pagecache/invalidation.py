"""Notices every change of the content in the database, whichever code makes it."""

import functools
import re
from collections.abc import Callable

from django.apps import apps
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from . import generation

_READS = re.compile(
    r"[\s(]*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|SHOW|SET|DECLARE|FETCH|CLOSE|LOCK"
    r"|WITH\b(?![^;]*\b(?:INSERT|UPDATE|DELETE|MERGE)\b))\b[^;]*;?\s*$",
    re.I,
)


# What Django hands on with a statement; only its connection is of interest here.
Context = dict[str, BaseDatabaseWrapper]


@functools.cache
def _quiet() -> re.Pattern[str]:
    """Return the pattern of the statements that write, but nothing that a cached page shows.

    Each app names them in its AppConfig: `quiet_tables`, of which pages show nothing; `quiet_inserts`, tables in which
    a new row shows nothing; and `quiet_updates`, tables with the columns that show nothing. Whatever nobody names is
    taken to be shown.
    """
    tables, inserts, updates = (
        [named for app in apps.get_app_configs() for named in getattr(app, attribute, ())]
        for attribute in ("quiet_tables", "quiet_inserts", "quiet_updates")
    )
    changes = [
        rf'UPDATE "{table}" SET (?:"(?:{"|".join(columns)})" = (?:%s|NULL),? )+WHERE'  # noqa: S608  a pattern
        for table, columns in updates
    ]
    statements = [
        rf'(?:INSERT INTO|UPDATE|DELETE FROM) "?(?:{"|".join(tables)})"?\s',
        rf'INSERT INTO "(?:{"|".join(inserts)})"\s',
        *changes,
    ]
    return re.compile(rf"\s*(?:{'|'.join(statements)})")


def watch() -> None:
    """Move the generation after each change, from now on, on every connection that this process opens."""
    connection_created.connect(_connected)


def could_show(statement: object) -> bool:
    """Tell whether a statement may have changed what a page shows; anything not known to be harmless may."""
    return not isinstance(statement, str) or not (_READS.match(statement) or _quiet().match(statement))


def _connected(connection: BaseDatabaseWrapper, **kwargs: object) -> None:
    if _noticing not in connection.execute_wrappers:
        connection.execute_wrappers.append(_noticing)


def _noticing(
    execute: Callable[[str, object, bool, Context], object], sql: str, params: object, many: bool, context: Context
) -> object:
    if not could_show(sql):
        return execute(sql, params, many, context)
    generation.expect_change()
    result = execute(sql, params, many, context)
    _move_once_committed(context["connection"])
    return result


def _move_once_committed(connection: BaseDatabaseWrapper) -> None:
    if not connection.in_atomic_block:
        generation.move()
        return
    waiting = connection.run_on_commit
    if not any(entry[1] is generation.move for entry in waiting):
        transaction.on_commit(generation.move, using=connection.alias, robust=True)
        # Before everything else that waits for the commit: what comes later is lost when a callback fails.
        waiting.insert(0, waiting.pop())
