"""Makes a backup."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.utils import timezone

from sesec_portal.operations.backup.create import back_up
from sesec_portal.operations.backup.exceptions import BackupError


class Command(BaseCommand):
    help = "Writes the database and the uploaded files into one archive, which “restore” puts back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--to",
            default=".",
            help="a folder, in which the archive gets a name with its hour (default: this one); a file; or - to write "
            "it to standard output",
        )
        parser.add_argument(
            "--without-media",
            action="store_true",
            help="the database alone; a restore then leaves the files as they are",
        )

    def handle(self, *, to: str, without_media: bool, **options: object) -> None:
        name = timezone.now().strftime("sesec-%Y%m%dT%H%M%SZ.tar")
        path = None if to == "-" else Path(to, name) if Path(to).is_dir() else Path(to)
        if path is None and sys.stdout.isatty():
            raise CommandError("An archive is nothing to look at. Send it to a file: backup --to - > sesec.tar")
        try:
            if path is None:
                manifest = back_up(sys.stdout.buffer, uploads=not without_media)
                sys.stdout.buffer.flush()
            else:
                with _complete_or_not_at_all(path) as file:
                    manifest = back_up(file, uploads=not without_media)
        except BackupError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"The backup could not be written: {error}") from error
        rows = sum(table["rows"] for table in manifest["tables"].values())
        size = f", {path.stat().st_size:,} bytes" if path else ""
        alone = ", without the uploaded files" if without_media else ""
        self.stderr.write(f"Backed up {rows:,} rows of {len(manifest['tables'])} tables to {path or '-'}{size}{alone}.")


@contextmanager
def _complete_or_not_at_all(path: Path) -> Iterator[IO[bytes]]:
    """Give a file for its owner alone, which gets its name once it is whole and on the disk."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
