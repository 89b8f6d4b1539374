"""What is done each night; `worker` starts it."""

from django.core.management import BaseCommand
from django.core.management.base import CommandParser

from sesec_portal.operations.jobs import clock, queue


class Command(BaseCommand):
    help = (
        "Empties the bin of what has been there for ninety days, removes uploads that nobody has finished, writes anew "
        "what readers and editors find, tells owners of reviews that are due, looks whether everything fits together, "
        "logs what does not, and checks links."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--due", action="store_true", help="do only what is due by now, as the worker has it done")

    def handle(self, *, due: bool, **options: object) -> None:
        if not due:
            clock.bring_the_night_forward()
        queue.do_all(of_the_night=True)
