"""Draws the share images that are missing."""

from django.core.management import BaseCommand

from sesec_portal.core.share_images import keeping


class Command(BaseCommand):
    help = "Draws the share images that are missing, after a restore for example, and removes those out of date."

    def handle(self, **options):
        self.stdout.write(f"Drew {keeping.renew_all()} share images.")
