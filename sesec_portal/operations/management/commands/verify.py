"""Looks whether what the portal keeps fits together."""

from collections.abc import Iterable

from django.core.management import BaseCommand, CommandError, call_command
from django.core.management.base import CommandParser

from sesec_portal.operations.verification import checks
from sesec_portal.operations.verification.problem import Problem

_COMMAND = "manage.py "


class Command(BaseCommand):
    help = (
        "Looks at the tree of pages, translations, publications, what searches find, the record of what is used where, "
        "and files. Says what does not fit and what mends it. While tasks wait in the queue, look twice."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="run the commands that mend, and look again")

    def handle(self, *, mend: bool, **options: object) -> None:
        found = list(checks.problems())
        if mend and found:
            self._mend(found)
            found = list(checks.problems())
        for problem in found:
            self.stdout.write(f"{problem.what}\n    remedy: {problem.remedy}")
        if found:
            raise CommandError(f"{len(found)} problems.")
        self.stdout.write("Everything fits together.")

    def _mend(self, found: Iterable[Problem]) -> None:
        remedies = [problem.remedy for problem in found if problem.remedy.startswith(_COMMAND)]
        for remedy in dict.fromkeys(remedies):
            self.stdout.write(remedy)
            call_command(remedy.removeprefix(_COMMAND), verbosity=0)
