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

from . import media, programs, rows
from .archive import MANIFEST, MEDIA, Writer
from .manifest import Manifest, describe

_DUMP = ["--format=custom", "--no-owner", "--no-acl", "--no-comments", "--no-password"]


def back_up(stream: IO[bytes]) -> Manifest:
    """Write the archive to a file of bytes, which need not be able to go back; return its manifest.

    Rows and their sums are of one moment; the files are those that are there after it. Raises BackupError where
    PostgreSQL's program is missing, too old, or fails.
    """
    program = programs.find("pg_dump")
    passing = [f"--exclude-table-data={table}" for table in rows.PASSING]
    now = timezone.now()
    with _one_moment() as snapshot:
        archive = Writer(stream)
        manifest = describe(now)
        archive.add_bytes(MANIFEST, json.dumps(manifest, indent=1).encode(), now.timestamp())
        with programs.running(program, *_DUMP, *passing, f"--snapshot={snapshot}", stdout=subprocess.PIPE) as pipe:
            archive.add_pieces(pipe, now.timestamp())
    for name in media.files():
        # One that an editor removes meanwhile is missing, as it soon will be in the rows.
        with suppress(FileNotFoundError), Path(settings.MEDIA_ROOT, name).open("rb") as file:
            status = os.fstat(file.fileno())
            archive.add(MEDIA + name, file, status.st_size, status.st_mtime)
    archive.finish(now.timestamp())
    return manifest


@contextmanager
def _one_moment() -> Iterator[str]:
    """Let everything inside see the rows of one moment; give the name by which other sessions can see the same."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]
