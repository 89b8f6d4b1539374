"""Draws the share images that are missing."""

from django.core.management import BaseCommand

from sesec_portal.share_images import storage


class Command(BaseCommand):
    help = "Draws the share images that are missing, after a restore for example, and removes those out of date."

    def handle(self, **options: object) -> None:
        self.stdout.write(f"Drew {storage.renew_all()} share images.")
