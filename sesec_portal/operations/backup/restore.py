"""Restores a backup: beside what is there, and in its place only once everything is right."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

from django.core.management import call_command

from sesec_portal.pagecache import generation

from . import archive, databases, manifest, media, programs, rows
from .exceptions import BackupError

_SCRIPT = ["--no-owner", "--no-acl", "--file=-"]
_LOAD = ["--no-psqlrc", "--quiet", "--no-password", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=-"]
# PostgreSQL's programs write it since 17, at the top; servers before do not know it.
_UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"


def restore(path: str | Path, *, replace: bool = False) -> manifest.Manifest:
    """Restore an archive; return its manifest. Argument `replace`: whether content that is there may go.

    Every byte of the archive is checked first, and every row and file before it takes its place. Raises BackupError,
    with everything as it was, where the archive is damaged or of a newer release, where there is content and `replace`
    does not say that it may go, or where any step fails. Files stay as they are where the archive has none.
    """
    with media.staging() as staged:
        if path == "-":
            # It is read twice, and a pipe can be read once.
            path = staged / "archive.tar"
            with path.open("wb") as spool:
                shutil.copyfileobj(sys.stdin.buffer, spool)
        made, sums = archive.verified(path)
        manifest.check(made)
        if not replace:
            _refuse_content(made)
        uploads = staged / "uploads"
        uploads.mkdir()
        with databases.beside() as new:
            dump = staged / "database"
            _unpack(path, dump, uploads)
            _load(dump, new)
            _compare_files(uploads, sums)
            with databases.looking_at(new):
                if difference := manifest.difference(made):
                    raise BackupError(f"The restored database is not the one backed up: {difference}.")
                if manifest.is_older(made):
                    call_command("migrate", interactive=False, verbosity=0)
            with media.exchanged(uploads) if manifest.has_uploads(made) else nullcontext():
                databases.take_the_place(new)
    generation.move()
    return made


def _refuse_content(made: manifest.Manifest) -> None:
    if not rows.is_empty():
        raise BackupError(
            "The database is not empty. To have the backup take the place of what is there, add --replace."
        )
    if manifest.has_uploads(made) and media.files():
        raise BackupError("MEDIA_ROOT is not empty. To have the backup take the place of what is there, add --replace.")


def _unpack(path: str | Path, dump: Path, uploads: Path) -> None:
    with dump.open("wb") as joined:
        for name, file in archive.members(path):
            if name.startswith(archive.DATABASE):
                shutil.copyfileobj(file, joined)
            elif name.startswith(archive.MEDIA):
                target = uploads / name.removeprefix(archive.MEDIA)
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("wb") as copy:
                    shutil.copyfileobj(file, copy)


def _load(dump: Path, database: str) -> None:
    """pg_restore writes what psql does: a newer one can so load into an older server."""
    reader, writer = programs.find("pg_restore"), programs.find("psql")
    into = [*_LOAD, f"--dbname={database}"]
    with (
        programs.running(reader, *_SCRIPT, str(dump), stdout=subprocess.PIPE) as script,
        programs.running(writer, *into, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as pipe,
    ):
        for line in script:
            if line == _UNKNOWN_BEFORE_17:
                break
            pipe.write(line)
        shutil.copyfileobj(script, pipe)


def _compare_files(uploads: Path, sums: Mapping[str, str]) -> None:
    """What was written is read once more: a full disk must not show itself to readers first."""
    for name, checksum in sums.items():
        if name.startswith(archive.MEDIA):
            with Path(uploads, name.removeprefix(archive.MEDIA)).open("rb") as file:
                if archive.sum_of(file) != checksum:
                    raise BackupError(f"{name} was not written as it was backed up.")
