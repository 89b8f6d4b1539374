"""Loads the starter content."""

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.db import transaction
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
        parser.add_argument(
            "--sample",
            action="store_true",
            help="add made-up persons, meetings, decisions and priorities, marked as such, to try the registers with; "
            "not for a portal in use, as the log of a decision can never be removed",
        )

    def handle(self, *, if_empty: bool, add_missing: bool, sample: bool, **options: object) -> None:
        empty = is_empty()
        if not empty and if_empty:
            self.stdout.write("The site has pages already; nothing is loaded.")
            return
        with transaction.atomic():
            if empty or add_missing or not sample:
                self._load(refusing=not empty and not add_missing)
            if sample:
                self._load_sample()

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
