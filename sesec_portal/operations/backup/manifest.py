"""What a backup says of itself, and whether this release can read it."""

from datetime import datetime
from typing import NotRequired, TypedDict, cast

import django
import wagtail
from django.conf import settings
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from . import rows
from .exceptions import BackupError

# 2 is one without the uploads, which a release that knows 1 alone would take for a portal that has none.
FORMAT = 2


class Manifest(TypedDict):
    """What a backup says of itself, as it stands in its archive in JSON."""

    format: int
    uploads: NotRequired[bool]
    made_at: str
    release: str
    versions: dict[str, str | int]
    migrations: list[str]
    tables: dict[str, rows.Summed]
    sequences: dict[str, int]


def describe(made_at: datetime, *, uploads: bool = True) -> Manifest:
    """Return the manifest of the database as the present transaction sees it.

    Arguments: the moment, with its zone; whether the uploads are in the archive.
    """
    return {
        "format": 1 if uploads else FORMAT,
        "uploads": uploads,
        "made_at": made_at.isoformat(timespec="seconds"),
        "release": settings.REVISION,
        "versions": {
            "django": django.get_version(),
            "wagtail": wagtail.__version__,
            "postgresql": cast(DatabaseWrapper, connection).pg_version,
        },
        "migrations": sorted(_known() & _applied()),
        "tables": rows.tables(),
        "sequences": rows.sequences(),
    }


def check(manifest: Manifest) -> None:
    """Raise BackupError where a newer release than this one made the backup."""
    made_by = f"a newer release ({manifest.get('release') or manifest.get('made_at')})"
    if manifest.get("format", 0) > FORMAT:
        raise BackupError(f"The backup was made by {made_by}. Install that release, then restore.")
    unknown = sorted(set(manifest["migrations"]) - _known())
    if unknown:
        raise BackupError(
            f"The backup was made by {made_by}: {unknown[0]} and {len(unknown) - 1} other migrations of it are "
            "unknown here. Install that release, then restore."
        )


def difference(manifest: Manifest) -> str:
    """Return the first difference between the present database and the manifest, in words; nothing if there is none.

    A sequence may be ahead: numbers are given out while a backup is made, and are not taken back.
    """
    found = rows.tables()
    for table, said in manifest["tables"].items():
        if found.get(table) != said:
            return f"the rows of {table} are not those of the backup"
    if surplus := found.keys() - manifest["tables"].keys():
        return f"{sorted(surplus)[0]} is not in the backup"
    stand = rows.sequences()
    for sequence, number in manifest["sequences"].items():
        if stand.get(sequence, 0) < number:
            return f"{sequence} would give numbers out twice"
    return ""


def has_uploads(manifest: Manifest) -> bool:
    """Tell whether the uploads are in the archive: they always were before archives said so."""
    return manifest.get("uploads", True)


def is_older(manifest: Manifest) -> bool:
    """Tell whether the backup lacks migrations that this release has."""
    return bool(_known() - set(manifest["migrations"]))


def _known() -> set[str]:
    loader = MigrationLoader(None)
    return {f"{app}.{name}" for app, name in loader.disk_migrations}


def _applied() -> set[str]:
    return {f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()}
