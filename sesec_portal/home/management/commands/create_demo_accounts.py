"""Accounts to try the admin with, on a developer's machine."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import BaseCommand, CommandError

ACCOUNTS = {"editor": "Editors", "publisher": "Publishers", "admin": "Administrators"}


class Command(BaseCommand):
    help = "Creates the demo accounts that are missing, and prints their new passwords once."

    def handle(self, **options: object) -> None:
        if not settings.DEMO_ACCOUNTS:
            raise CommandError("Demo accounts are made on a developer's machine only, under the development settings.")
        users = get_user_model().objects
        for name, group in ACCOUNTS.items():
            if users.filter(username=name).exists():
                self.stdout.write(f"  {name:<10} (password printed when the account was made)  {group}")
                continue
            password = secrets.token_urlsafe(12)
            user = users.create_user(name, f"{name}@example.org", password, first_name="Demo", last_name=name.title())
            user.groups.add(Group.objects.get(name=group))
            self.stdout.write(f"  {name:<10} {password}  {group}")
