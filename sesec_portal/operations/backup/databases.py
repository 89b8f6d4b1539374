"""A database beside the portal's own, which takes its place once everything in it is right."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

import psycopg2
from django.db import connection
from psycopg2 import errors, sql
from psycopg2.extensions import connection as Connection
from psycopg2.extensions import cursor as Cursor

from .exceptions import BackupError

_ATTEMPTS = 3


@contextmanager
def beside() -> Iterator[str]:
    """Make an empty database beside the portal's own and give its name; it is dropped after the block if still there.

    It has the encoding and the order of letters of the portal's own. Raises BackupError where the account may not make
    databases, or where another restore is at work.
    """
    name = f"{_own()[:40]}_restoring"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database WHERE datname = %s", [_own()]
        )
        alike = cursor.fetchone()
    try:
        _execute("DROP DATABASE IF EXISTS {}", name)
        _execute("CREATE DATABASE {} TEMPLATE template0 ENCODING %s LC_COLLATE %s LC_CTYPE %s", name, values=alike)
    except errors.InsufficientPrivilege as error:
        role = connection.settings_dict["USER"] or "the account"
        raise BackupError(
            f"A restore works in a new database, and {role} may not make one. Allow it as the database's "
            f'administrator: ALTER ROLE "{role}" CREATEDB'
        ) from error
    except errors.ObjectInUse as error:
        raise BackupError(f"Another restore is at work in the database {name}.") from error
    try:
        yield name
    finally:
        _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


@contextmanager
def looking_at(name: str) -> Iterator[None]:
    """Have the portal's code work on another database inside the block."""
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own


def take_the_place(name: str) -> None:
    """Give a database the name of the portal's own, which is dropped; who is connected to that is cut off.

    Raises BackupError, with everything as it was, where others connect faster than they are cut off.
    """
    own, former = _own(), f"{_own()[:40]}_before_restore"
    connection.close()
    for _ in range(_ATTEMPTS):
        _execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", values=[own])
        try:
            with closing(_connect()) as server, server, server.cursor() as cursor:
                _rename(cursor, own, former)
                _rename(cursor, name, own)
        except errors.ObjectInUse:
            continue
        _execute("DROP DATABASE {} WITH (FORCE)", former)
        return
    raise BackupError("The database is in use. Stop the web servers and the worker, then restore again.")


def _own() -> str:
    return connection.settings_dict["NAME"]


def _connect() -> Connection:
    return psycopg2.connect(**{**connection.get_connection_params(), "dbname": "postgres"})


def _rename(cursor: Cursor, old: str, new: str) -> None:
    cursor.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))


def _execute(statement: str, *names: str, values: Sequence[str] = ()) -> None:
    with closing(_connect()) as server:
        server.autocommit = True
        with server.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)), values)
