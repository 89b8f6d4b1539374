"""For changes that were made past the portal."""

from django.core.management import BaseCommand

from sesec_portal.pagecache import generation


class Command(BaseCommand):
    help = "Has every page made anew: after a restore, and after changes by psql or COPY, which the portal cannot see."

    def handle(self, **options: object) -> None:
        generation.here().move()
        self.stdout.write("Every page is made anew when it is next asked for.")
