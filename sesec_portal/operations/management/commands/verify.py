"""Looks whether what the portal keeps fits together."""

from django.core.management import BaseCommand, CommandError

from sesec_portal.operations.verification import checks


class Command(BaseCommand):
    help = (
        "Looks at the tree of pages, translations, what searches find, the record of what is used where, and files. "
        "Says what does not fit and what mends it, and changes nothing. While tasks wait in the queue, look twice."
    )

    def handle(self, **options: object) -> None:
        found = list(checks.problems())
        for problem in found:
            self.stdout.write(f"{problem.what}\n    remedy: {problem.remedy}")
        if found:
            raise CommandError(f"{len(found)} problems.")
        self.stdout.write("Everything fits together.")
