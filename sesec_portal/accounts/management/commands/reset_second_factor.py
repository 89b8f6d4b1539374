"""For somebody whose phone is lost."""

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Removes somebody's authenticator app and recovery codes; their sessions end."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, username: str, **options: object) -> None:
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no account called {username}.")
        Authenticator.objects.filter(user=user).delete()
        self.stdout.write(f"The next login of {username} needs the password alone, or sets up a new app.")
