"""A new colleague chooses the password; whoever made the account never knows it."""

import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User

from tests.filling_in import filled_in

USERS, ADD = "/admin/users/", "/admin/users/new/"
NEW = "another-Password-7"


@pytest.fixture
def administrator(visitor, account):
    """An administrator at work."""
    account("Administrators", name="admin")
    browser = visitor("192.0.2.9")
    browser.sign_in("admin")
    return browser


def make_account(administrator, **typed):
    """Fill in the form of a new account."""
    form = administrator.get(ADD).content
    assert b'type="password"' not in form
    named = {"username": "paul", "email": "paul@example.org", "first_name": "Paul", "last_name": "Example"}
    return administrator.post(ADD, filled_in(form, **named, groups=str(Group.objects.get(name="Editors").pk), **typed))


def choose(browser, link):
    """Open a link, and choose a password."""
    return browser.post(browser.get(link).url, {"new_password1": NEW, "new_password2": NEW})


def test_a_new_colleague_is_invited_by_mail_chooses_a_password_and_gets_in(administrator, visitor, mailoutbox):
    answer = make_account(administrator)

    assert answer.url == USERS
    assert "an invitation goes to paul@example.org" in administrator.get(USERS).content.decode()
    [mail] = mailoutbox
    assert mail.to == ["paul@example.org"]
    assert "There is an account for you" in mail.body
    paul = visitor("192.0.2.7")
    assert choose(paul, urlsplit(re.search(r"^http\S+$", mail.body, re.M).group()).path).status_code == 302
    assert paul.sign_in("paul", NEW).status_code == 302
    assert paul.is_in()


def test_an_invitation_can_be_sent_once_more(administrator, mailoutbox):
    make_account(administrator)
    address = f"{USERS}{User.objects.get(username='paul').pk}/password-link/"
    assert address in administrator.get(USERS).content.decode()
    assert "paul@example.org" in administrator.get(address).content.decode()

    assert administrator.post(address).url == USERS
    assert len(mailoutbox) == 2
    assert "There is an account for you" in mailoutbox[1].body


def test_where_no_mail_is_set_the_link_is_shown_once_to_be_handed_over(administrator, visitor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    address = make_account(administrator).url
    assert "sends no mails" in administrator.get(address).content.decode()

    page = BeautifulSoup(administrator.post(address).content, "html.parser")
    link = page.find("code").text
    assert link.startswith("http://testserver/account/password/")
    assert link not in administrator.get(address).content.decode()
    paul = visitor("192.0.2.7")
    choose(paul, urlsplit(link).path)
    assert paul.sign_in("paul", NEW).status_code == 302


def test_nobody_gets_the_link_of_somebody_who_may_do_more(administrator, account, visitor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    root = User.objects.create_superuser("root", "root@example.org", "not-a-real-password")
    address = f"{USERS}{root.pk}/password-link/"

    assert administrator.post(address).url == "/admin/"
    assert address not in administrator.get(USERS).content.decode()
    account("Publishers", name="pia")
    pia = visitor("192.0.2.8")
    pia.sign_in("pia")
    assert pia.post(f"{USERS}{User.objects.get(username='admin').pk}/password-link/").url == "/admin/"


def test_the_list_of_accounts_tells_roles_with_as_many_queries_however_many_there_are(
    administrator, account, django_assert_max_num_queries
):
    for number in range(12):
        account("Publishers", name=f"colleague-{number}")

    # The menu counts what lies on the desk, once a minute.
    administrator.get(USERS)
    with django_assert_max_num_queries(30):
        rows = BeautifulSoup(administrator.get(USERS).content, "html.parser").select("tbody tr")
    assert {row.find("td", class_="username").text.strip(): "Publishers" in row.text for row in rows}["colleague-3"]
    assert "Administrators" in next(row.text for row in rows if "admin@" in row.text or "admin" in row.text.split())
