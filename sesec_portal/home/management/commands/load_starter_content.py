"""Loads the starter content."""

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.db import transaction
from django.db.models import ProtectedError
from wagtail.models import Page

from sesec_portal.home.starter.sample import SampleContent
from sesec_portal.home.starter.site import is_empty
from sesec_portal.home.starter.tree import StarterContent


class Command(BaseCommand):
    help = "Loads the starter content, and with --sample a made-up set; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--if-empty", action="store_true", help="do nothing where the site has pages already")
        choice.add_argument("--add-missing", action="store_true", help="add what is missing to a site with other pages")
        samples = parser.add_mutually_exclusive_group()
        samples.add_argument(
            "--sample",
            action="store_true",
            help="add made-up persons, meetings, decisions and priorities, marked as such, to try the registers with",
        )
        samples.add_argument(
            "--remove-sample", action="store_true", help="remove what is marked as such, and do no more"
        )

    def handle(
        self, *, if_empty: bool, add_missing: bool, sample: bool, remove_sample: bool, **options: object
    ) -> None:
        if remove_sample:
            self._remove_sample()
            return
        empty = is_empty()
        if not empty and if_empty:
            self.stdout.write("The site has pages already; nothing is loaded.")
            return
        with transaction.atomic():
            if empty or add_missing or not sample:
                self._load(refusing=not empty and not add_missing)
            if sample:
                self._load_sample()

    def _remove_sample(self) -> None:
        try:
            removed = SampleContent.remove()
        except ProtectedError as fault:
            named = ", ".join(sorted(str(thing) for thing in fault.protected_objects))
            raise CommandError(f"Nothing was removed, because this refers to a sample entry: {named}.") from fault
        self.stdout.write(f"Removed {removed} sample entries." if removed else "There are no sample entries.")

    def _load(self, *, refusing: bool) -> None:
        loaded = StarterContent().load()
        if loaded and refusing:
            # Raised inside the transaction, which takes back what was loaded.
            raise CommandError(
                "This site has content of its own, and lacks some of the starter content. Nothing was changed. "
                "Run “manage.py load_starter_content --add-missing” to add what is missing."
            )
        pages = sum(isinstance(one, Page) for one in loaded)
        made = f"Loaded {pages} pages and {len(loaded) - pages} redirects."
        self.stdout.write(made if loaded else "The starter content is there already.")

    def _load_sample(self) -> None:
        try:
            made = SampleContent().load()
        except LookupError as missing:
            raise CommandError(
                f"The sample entries need {missing.args[0]}. Nothing was changed. "
                "Run “manage.py load_starter_content --add-missing --sample”."
            ) from missing
        self.stdout.write(f"Added {made} sample entries." if made else "The sample entries are there already.")
