"""Plants the starter content."""

from django.core.management import BaseCommand, CommandError
from django.db import transaction

from sesec_portal.home.starter.tree import StarterContent, is_empty


class Command(BaseCommand):
    help = "Plants the starter content; a second run changes nothing."

    def add_arguments(self, parser):
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--if-empty", action="store_true", help="do nothing where the site has pages already")
        choice.add_argument("--add-missing", action="store_true", help="add what is missing to a site with other pages")

    def handle(self, *, if_empty, add_missing, **options):
        empty = is_empty()
        if not empty and if_empty:
            self.stdout.write("The site has pages already; nothing is planted.")
            return
        with transaction.atomic():
            planted = StarterContent().plant()
            if planted and not empty and not add_missing:
                # Raised inside the transaction, which takes back what was planted.
                raise CommandError(
                    "This site has content of its own, and lacks some of the starter content. Nothing was changed. "
                    "Run “manage.py plant --add-missing” to add what is missing."
                )
        self.stdout.write(f"Planted {len(planted)} pages." if planted else "The starter content is there already.")
