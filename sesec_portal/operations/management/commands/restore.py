"""Restores a backup."""

import psycopg2
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.db import DatabaseError

from sesec_portal.operations.backup.exceptions import BackupError
from sesec_portal.operations.backup.manifest import has_uploads
from sesec_portal.operations.backup.restore import restore


class Command(BaseCommand):
    help = "Puts back what “backup” wrote; everything stays as it was unless every row and file is right."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("archive", help="the archive, or - to read it from standard input")
        parser.add_argument("--replace", action="store_true", help="let the content that is there go")

    def handle(self, *, archive: str, replace: bool, **options: object) -> None:
        try:
            manifest = restore(archive, replace=replace)
        except BackupError as error:
            raise CommandError(str(error)) from error
        except (OSError, DatabaseError, psycopg2.Error) as error:
            raise CommandError(f"Nothing was restored: {error}") from error
        rows = sum(table["rows"] for table in manifest["tables"].values())
        files = "and their files" if has_uploads(manifest) else "without the files, which stay as they are"
        self.stdout.write(
            f"Restored {rows:,} rows of {len(manifest['tables'])} tables {files}, as they were at "
            f"{manifest['made_at']}. Start the worker anew: it draws the share images."
        )
