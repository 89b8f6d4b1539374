"""Serve a portal for browsers, in one process: `python -m tests.browser.serve <port> <company> [<days>]`.

The company is what it is made ready for; by its clock it is so many days later than it is. Needs a loaded database in
DATABASE_URL and SECRET_KEY, and settings in DJANGO_SETTINGS_MODULE.
"""

import sys
from datetime import UTC, datetime, timedelta

import django
import time_machine
from django.conf import settings
from django.core.management import call_command

PASSWORD = "a-password-for-tests"


def editors():
    """Make the accounts editor, publisher and admin."""
    from django.contrib.auth.models import Group, User

    for name, group in [("editor", "Editors"), ("publisher", "Publishers"), ("admin", "Administrators")]:
        account = User.objects.create_user(name, f"{name}@example.org", PASSWORD)
        account.groups.add(Group.objects.get(name=group))


def readers():
    """Add the made-up entries, a mailbox, a page behind a password, and an account for each language."""
    from django.contrib.auth.models import Group, User
    from wagtail.models import PageViewRestriction
    from wagtail_localize.synctree import create_aliases_for_new_page

    from sesec_portal.home.models import ContactSettings, HomePage, StandardPage
    from sesec_portal.home.starter.builders import publish
    from tests.browser.places import LANGUAGES, PRIVATE

    call_command("load_starter_content", sample=True, verbosity=0)
    contact = ContactSettings.load()
    contact.email = "office@example.org"
    contact.save()
    home = HomePage.objects.get(locale__language_code="en")
    private = publish(StandardPage(title="For members", slug=PRIVATE.strip("/"), locale=home.locale), home)
    create_aliases_for_new_page(private)
    PageViewRestriction.objects.create(page=private, restriction_type="password", password=PASSWORD)
    for language in LANGUAGES:
        User.objects.create_user(language, password=PASSWORD).groups.add(Group.objects.get(name="Editors"))


def in_order():
    """Make the accounts of editors in a portal in which nothing is left to do yet."""
    from tests.browser import in_order

    editors()
    in_order.tidy_up()
    in_order.open_what_ends()


def as_it_is():
    """Take the database as it has been left."""


COMPANIES = {"editors": editors, "readers": readers, "in order": in_order, "as it is": as_it_is}


def make_ready(company):
    """Make the database ready for one of the COMPANIES."""
    django.setup()
    COMPANIES[company]()


if __name__ == "__main__":
    make_ready(sys.argv[2])
    if sys.argv[3:]:
        time_machine.travel(datetime.now(UTC) + timedelta(days=int(sys.argv[3]))).start()
    settings.ROOT_URLCONF = "tests.browser.urls"
    call_command("runserver", f"127.0.0.1:{sys.argv[1]}", use_reloader=False)
