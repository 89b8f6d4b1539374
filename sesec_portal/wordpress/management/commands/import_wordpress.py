"""Imports the former site from a WordPress export."""

from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.utils import translation

from sesec_portal.wordpress.export.mapping import BadMap, Map
from sesec_portal.wordpress.export.reading import NotAnExport
from sesec_portal.wordpress.importing import import_export


class Command(BaseCommand):
    help = "Imports the posts, pages and attachments of a WordPress export; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the export: an XML file, from Tools, Export")
        parser.add_argument("--attachments", type=Path, metavar="FOLDER", help="the files of wp-content/uploads")
        parser.add_argument("--map", type=Path, default=settings.ROOT / "content" / "wordpress.yaml", metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="do all of it, report, and take it back")

    def handle(self, *, file: Path, attachments: Path | None, map: Path, dry_run: bool, **options: object) -> None:
        if attachments and not attachments.is_dir():
            raise CommandError(f"{attachments} is no folder.")
        try:
            with translation.override(settings.LANGUAGE_CODE):
                report = import_export(file, Map.read(map), attachments, dry_run=dry_run)
        except (NotAnExport, BadMap, OSError) as fault:
            raise CommandError(f"Nothing was imported. {fault}") from fault
        for line in report.text():
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("This was a dry run: nothing was changed.")
