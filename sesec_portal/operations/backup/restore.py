"""Restores a backup: beside what is there, and in its place only once everything is right."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from django.core.management import call_command

from sesec_portal.pagecache import generation

from . import archive, databases, manifest, media, programs, rows
from .exceptions import BackupError

_LOAD = ["--no-owner", "--no-acl", "--no-password", "--single-transaction", "--exit-on-error"]


def restore(path: str | Path, *, replace: bool = False) -> manifest.Manifest:
    """Restore an archive; return its manifest. Argument `replace`: whether content that is there may go.

    Every byte of the archive is checked first, and every row and file before it takes its place. Raises BackupError,
    with everything as it was, where the archive is damaged or of a newer release, where there is content and `replace`
    does not say that it may go, or where any step fails.
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
            _refuse_content()
        uploads = staged / "uploads"
        uploads.mkdir()
        with databases.beside() as new:
            _unpack(path, new, uploads)
            _compare_files(uploads, sums)
            with databases.looking_at(new):
                if difference := manifest.difference(made):
                    raise BackupError(f"The restored database is not the one backed up: {difference}.")
                if manifest.is_older(made):
                    call_command("migrate", interactive=False, verbosity=0)
            with media.exchanged(uploads):
                databases.take_the_place(new)
    generation.move()
    return made


def _refuse_content() -> None:
    if not rows.is_empty():
        raise BackupError(
            "The database is not empty. To have the backup take the place of what is there, add --replace."
        )
    if media.files():
        raise BackupError("MEDIA_ROOT is not empty. To have the backup take the place of what is there, add --replace.")


def _unpack(path: str | Path, database: str, uploads: Path) -> None:
    program = programs.find("pg_restore")
    with programs.running(program, *_LOAD, f"--dbname={database}", stdin=subprocess.PIPE) as pipe:
        for name, file in archive.members(path):
            if name.startswith(archive.DATABASE):
                shutil.copyfileobj(file, pipe)
            elif name.startswith(archive.MEDIA):
                target = uploads / name.removeprefix(archive.MEDIA)
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("wb") as copy:
                    shutil.copyfileobj(file, copy)


def _compare_files(uploads: Path, sums: Mapping[str, str]) -> None:
    """What was written is read once more: a full disk must not show itself to readers first."""
    for name, checksum in sums.items():
        if name.startswith(archive.MEDIA):
            with Path(uploads, name.removeprefix(archive.MEDIA)).open("rb") as file:
                if archive.sum_of(file) != checksum:
                    raise BackupError(f"{name} was not written as it was backed up.")
