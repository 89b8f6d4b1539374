"""Demo accounts are for a developer's machine; their passwords are shown once."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.http import HttpRequest


def demo_accounts():
    printed = StringIO()
    call_command("create_demo_accounts", stdout=printed)
    return [line.split() for line in printed.getvalue().splitlines()]


def test_each_group_gets_an_account_with_a_password_of_its_own(db, settings):
    settings.DEMO_ACCOUNTS = True

    made = demo_accounts()

    assert {name: group for name, _, group in made} == {
        "editor": "Editors",
        "publisher": "Publishers",
        "admin": "Administrators",
    }
    for name, password, group in made:
        assert authenticate(HttpRequest(), username=name, password=password).groups.get().name == group


def test_a_second_run_changes_no_password_and_prints_none(db, settings):
    settings.DEMO_ACCOUNTS = True
    [_, password, _] = demo_accounts()[0]

    assert "printed" in " ".join(demo_accounts()[0])
    assert authenticate(HttpRequest(), username="editor", password=password)


def test_a_public_installation_gets_none(db):
    with pytest.raises(CommandError, match="developer's machine"):
        demo_accounts()
    assert not get_user_model().objects.filter(username="editor").exists()
