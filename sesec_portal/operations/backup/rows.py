"""Every table's rows, counted and summed, and where every sequence stands."""

from typing import TypedDict

from django.db import connection
from django.db.backends.utils import CursorWrapper

_OWN = r"nspname !~ '^pg_' AND nspname <> 'information_schema'"
_NAMES = f"""
    SELECT format('%%I.%%I', nspname, relname) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind = %s AND {_OWN} ORDER BY 1
"""  # noqa: S608
# How machines stand to one another now; what they told each other in the past must not come back.
PASSING = ("public.pagecache_content", "public.pagecache_host")
# Rows as text look the same on every server.
_SAME_EVERYWHERE = {"TimeZone": "UTC", "DateStyle": "ISO", "IntervalStyle": "postgres", "extra_float_digits": "1"}


class Summed(TypedDict):
    """The number of a table's rows, and the sum over them."""

    rows: int
    sha256: str


def tables() -> dict[str, Summed]:
    """Return the number of rows of each table, and a SHA-256 over them in which their order does not matter."""
    with connection.cursor() as cursor:
        for name, value in _SAME_EVERYWHERE.items():
            cursor.execute("SELECT set_config(%s, %s, false)", [name, value])
        return {table: _summed(cursor, table) for table in _named(cursor, "r")}


def sequences() -> dict[str, int]:
    """Return the number that each sequence gives out next."""
    with connection.cursor() as cursor:
        return {name: _next(cursor, name) for name in _named(cursor, "S")}


def is_empty() -> bool:
    """Tell whether no table has a row."""
    with connection.cursor() as cursor:
        return not any(_has_rows(cursor, table) for table in _named(cursor, "r"))


def _named(cursor: CursorWrapper, kind: str) -> list[str]:
    cursor.execute(_NAMES, [kind])
    return [name for (name,) in cursor.fetchall() if name not in PASSING]


def _summed(cursor: CursorWrapper, table: str) -> Summed:
    cursor.execute(f"""
        SELECT count(*), encode(sha256(coalesce(string_agg(sum, ''::bytea ORDER BY sum), ''::bytea)), 'hex')
        FROM (SELECT sha256(convert_to((t.*)::text, 'UTF8')) AS sum FROM {table} AS t) AS summed
    """)  # noqa: S608
    count, checksum = cursor.fetchone()
    return {"rows": count, "sha256": checksum}


def _next(cursor: CursorWrapper, sequence: str) -> int:
    cursor.execute(f"SELECT last_value + is_called::int FROM {sequence}")  # noqa: S608
    return cursor.fetchone()[0]


def _has_rows(cursor: CursorWrapper, table: str) -> bool:
    cursor.execute(f"SELECT EXISTS (SELECT FROM {table})")  # noqa: S608
    return cursor.fetchone()[0]
