"""Makes a backup."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from sesec_portal.media.models import PortalRendition

from ..verification.problem import listed
from . import media, programs, rows
from .archive import MANIFEST, MEDIA, Writer
from .exceptions import BackupError
from .manifest import Manifest, describe

_DUMP = ["--format=custom", "--no-owner", "--no-acl", "--no-comments", "--no-password"]


def back_up(stream: IO[bytes], *, uploads: bool = True) -> Manifest:
    """Write the archive to a file of bytes, which need not be able to go back; return its manifest.

    Rows and their sums are of one moment; the files are those that are there after it. Argument `uploads`: whether the
    uploaded files are in it. Raises BackupError where files that rows name are not there to be put into it, and where
    PostgreSQL's program is missing, too old, or fails.
    """
    program = programs.find("pg_dump")
    passing = [f"--exclude-table-data={table}" for table in rows.PASSING]
    now = timezone.now()
    with _one_moment() as snapshot:
        archive = Writer(stream)
        if uploads:
            _refuse_missing()
        manifest = describe(now, uploads=uploads)
        archive.add_bytes(MANIFEST, json.dumps(manifest, indent=1).encode(), now.timestamp())
        with programs.running(program, *_DUMP, *passing, f"--snapshot={snapshot}", stdout=subprocess.PIPE) as pipe:
            archive.add_pieces(pipe, now.timestamp())
    for name in media.files() if uploads else []:
        # One that an editor removes meanwhile is missing, as it soon will be in the rows.
        with suppress(FileNotFoundError), Path(settings.MEDIA_ROOT, name).open("rb") as file:
            status = os.fstat(file.fileno())
            archive.add(MEDIA + name, file, status.st_size, status.st_mtime)
    archive.finish(now.timestamp())
    return manifest


def _refuse_missing() -> None:
    """What can be drawn again from other files, pictures in the sizes of pages, may be missing."""
    lost = set().union(*(names for model, names in media.missing().items() if model is not PortalRendition))
    if lost:
        raise BackupError(
            f"Nothing was backed up. Files that the database names are not in {settings.MEDIA_ROOT} – {listed(lost)}. "
            "Is that the folder of the uploads? Put back what is missing, or delete its entry in the admin; "
            "--without-media backs up the database alone."
        )


@contextmanager
def _one_moment() -> Iterator[str]:
    """Let everything inside see the rows of one moment; give the name by which other sessions can see the same."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]
