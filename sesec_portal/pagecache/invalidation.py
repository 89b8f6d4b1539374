"""Notices every change of the content in the database, whichever code makes it."""

import functools
import re

from django.apps import apps
from django.db import transaction
from django.db.backends.signals import connection_created

from . import generation

_READS = re.compile(
    r"\s*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|SHOW|SET|DECLARE|FETCH|CLOSE|LOCK"
    r"|WITH\b(?![^;]*\b(?:INSERT|UPDATE|DELETE|MERGE)\b))\b[^;]*;?\s*$",
    re.I,
)


@functools.cache
def _quiet():
    """Return the pattern of the statements that write, but nothing that a cached page shows.

    Each app names them in its AppConfig: `quiet_tables`, of which pages show nothing; `quiet_inserts`, tables in which
    a new row shows nothing; and `quiet_updates`, tables with the columns that show nothing. Whatever nobody names is
    taken to be shown.
    """
    named = {name: [] for name in ("quiet_tables", "quiet_inserts", "quiet_updates")}
    for name, tables in named.items():
        for app in apps.get_app_configs():
            tables.extend(getattr(app, name, ()))
    updates = [
        rf'UPDATE "{table}" SET (?:"(?:{"|".join(columns)})" = (?:%s|NULL),? )+WHERE'  # noqa: S608  a pattern
        for table, columns in named["quiet_updates"]
    ]
    statements = [
        rf'(?:INSERT INTO|UPDATE|DELETE FROM) "?(?:{"|".join(named["quiet_tables"])})"?\s',
        rf'INSERT INTO "(?:{"|".join(named["quiet_inserts"])})"\s',
        *updates,
    ]
    return re.compile(rf"\s*(?:{'|'.join(statements)})")


def watch():
    """Move the generation after each change, from now on, on every connection that this process opens."""
    connection_created.connect(_connected)


def could_show(statement):
    """Tell whether a statement may have changed what a page shows; anything not known to be harmless may."""
    return not isinstance(statement, str) or not (_READS.match(statement) or _quiet().match(statement))


def _connected(connection, **kwargs):
    if _noticing not in connection.execute_wrappers:
        connection.execute_wrappers.append(_noticing)


def _noticing(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    if could_show(sql):
        _move_once_committed(context["connection"])
    return result


def _move_once_committed(connection):
    if not connection.in_atomic_block:
        generation.move()
        return
    waiting = connection.run_on_commit
    if not any(callback is generation.move for _savepoints, callback, _robust in waiting):
        transaction.on_commit(generation.move, using=connection.alias, robust=True)
        # Before everything else that waits for the commit: what comes later is lost when a callback fails.
        waiting.insert(0, waiting.pop())
