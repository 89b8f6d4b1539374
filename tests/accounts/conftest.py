"""Staff before the door: an account, its password, and an authenticator app."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import Group, User
from django.test import Client

LOGIN, CODE, SET_UP = "/account/login/", "/account/login/code/", "/account/two-step/set-up/"
PASSWORD = "not-a-real-password"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


class Visitor(Client):
    """A browser at an address of its own."""

    def sign_in(self, name, password=PASSWORD, **data):
        """Send the login form."""
        return self.post(LOGIN, {"login": name, "password": password, **data})

    def type_code(self, code, address=CODE):
        """Send a form that asks for a code."""
        return self.post(address, {"code": code})

    def is_in(self):
        """Tell whether the admin opens."""
        return self.get("/admin/").status_code == 200


@pytest.fixture
def visitor(db):
    """A browser at an address: `visitor("192.0.2.1")`."""
    return lambda address="127.0.0.1", **headers: Visitor(REMOTE_ADDR=address, **headers)


@pytest.fixture
def account(db):
    """Make an account in a group: `account("Publishers")`; with an app: `account("Publishers", app=True)`."""

    def make(group, name="marie", app=False):
        user = User.objects.create_user(name, f"{name}@example.org", PASSWORD)
        user.groups.add(Group.objects.get(name=group))
        if app:
            TOTP.activate(user, SECRET)
        return user

    return make


@pytest.fixture
def required(settings):
    """Second factors are required of Publishers and Administrators, as in production."""
    settings.SECOND_FACTOR_REQUIRED = True


def code_of(secret=SECRET, steps=0):
    """Return what an authenticator app shows now, or so many half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def wrong_code():
    """Return six digits that no app shows just now."""
    near = {code_of(steps=step) for step in (-1, 0, 1)}
    return next(code for code in ("111111", "222222", "333333", "444444") if code not in near)


def recovery_codes_of(user):
    """Return the recovery codes that somebody has left."""
    return Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()


def plain(response):
    """Return a page without what is different each time."""
    return re.sub(r'csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
