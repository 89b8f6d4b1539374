"""Writes anew what readers find."""

from django.core.management import BaseCommand

from sesec_portal.search.index.backfill import rebuild


class Command(BaseCommand):
    help = "Writes anew what readers find: of every page, document and register. Editors' search has update_index."

    def handle(self, **options: object) -> None:
        self.stdout.write(f"Wrote what readers find of {rebuild()} pages, documents and entries of registers.")
