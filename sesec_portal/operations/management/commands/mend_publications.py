"""Mends publications that were cut off half-done."""

from django.core.management import BaseCommand
from django.db import transaction

from sesec_portal.operations.verification import publications


class Command(BaseCommand):
    help = (
        "Writes the missing line into the history of what is public without one, and renews the pages that stand in "
        "for an original that is newer. `verify` tells of both."
    )

    @transaction.atomic
    def handle(self, *, verbosity: int, **options: object) -> None:
        mended = publications.mend()
        if verbosity:
            self.stdout.write(f"{mended} publications mended.")
