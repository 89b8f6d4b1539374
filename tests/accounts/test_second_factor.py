"""A stolen password opens nothing for Publishers and Administrators, nor for anybody who has set up a second step."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from wagtail.users.models import UserProfile

from tests.accounts.conftest import CODE, LOGIN, PASSWORD, SET_UP, code_of, recovery_codes_of, wrong_code

INDEX, CODES, NEW_CODES, REMOVE = (
    "/account/two-step/",
    "/account/recovery-codes/",
    "/account/recovery-codes/new/",
    "/account/two-step/remove/",
)
SHOWN = re.compile(r"<li><code>(\d{8})</code></li>")


@pytest.fixture(autouse=True)
def clock():
    """A clock that stands still until a test moves it, so that codes do not change by themselves."""
    with time_machine.travel(1_900_000_005, tick=False) as standing:
        yield standing


@pytest.fixture
def set_up(monkeypatch):
    """Set up an app as the page says; returns the key and the recovery codes shown after it."""
    # What waits for a commit happens at once, as the transaction of a test has none.
    wait = transaction.on_commit
    monkeypatch.setattr(transaction, "on_commit", lambda do, **options: wait(do, **options) if options else do())

    def enrol(visitor):
        page = visitor.get(SET_UP).content.decode()
        secret = re.search(r"<code class=\"key-to-type\">(\w+)</code>", page).group(1)
        assert visitor.type_code(code_of(secret), SET_UP).url == CODES
        return secret, SHOWN.findall(visitor.get(CODES).content.decode())

    return enrol


# Logging in


def test_after_the_password_the_code_is_asked_for_and_opens_the_page_that_was_wanted(visitor, account):
    account("Editors", app=True)
    marie = visitor()

    wanted = marie.get("/admin/images/").url
    assert wanted == f"{LOGIN}?next=/admin/images/"
    assert marie.sign_in("marie", next="/admin/images/").url == CODE
    assert not marie.is_in()
    assert marie.get(LOGIN).url == CODE
    assert marie.type_code(code_of()).url == "/admin/images/"
    assert marie.is_in()


def test_who_gave_another_name_than_meant_starts_again(visitor, account):
    account("Editors", app=True), account("Editors", "paul")
    paul = visitor()
    paul.sign_in("marie")

    assert paul.get("/account/logout/").status_code == 405
    assert paul.post("/account/logout/").url == LOGIN
    assert paul.sign_in("paul").url == "/admin/"


def test_the_phones_clock_may_be_half_a_minute_off_and_no_more(visitor, account):
    account("Editors", app=True)
    for steps, answer in [(-2, 200), (2, 200), (-1, 302)]:
        marie = visitor()
        marie.sign_in("marie")
        assert marie.type_code(code_of(steps=steps)).status_code == answer, steps


def test_a_code_opens_once(visitor, account, clock):
    account("Editors", app=True)
    marie, thief = visitor(), visitor("192.0.2.66")
    code = code_of(steps=1)
    marie.sign_in("marie"), thief.sign_in("marie")
    assert marie.type_code(code).status_code == 302

    for seconds in (0, 20, 45):
        clock.move_to(1_900_000_005 + seconds)
        assert thief.type_code(f"{code[:3]} {code[3:]}").status_code == 200, seconds
    assert not thief.is_in()
    assert thief.type_code(code_of(steps=1)).status_code == 302


def test_a_recovery_code_opens_once(visitor, account, set_up):
    account("Publishers")
    marie = visitor()
    marie.sign_in("marie")
    _, codes = set_up(marie)
    assert len(set(codes)) == 10

    other = visitor()
    other.sign_in("marie")
    assert other.type_code(codes[3]).status_code == 302
    assert other.is_in()
    again = visitor()
    again.sign_in("marie")
    assert again.type_code(codes[3]).status_code == 200
    assert again.type_code(codes[4]).status_code == 302


def test_five_wrong_codes_lock_the_second_step_for_everybody_but_a_browser_that_is_known(visitor, account, clock):
    account("Editors", app=True)
    known, thief, marie = visitor("192.0.2.1"), visitor("192.0.2.66"), visitor("192.0.2.1")
    known.sign_in("marie"), known.type_code(code_of()), known.post("/account/logout/")
    clock.shift(60)
    for browser in (known, thief, marie):
        browser.sign_in("marie")

    assert [thief.type_code(wrong_code()).status_code for _ in range(5)] == [200] * 4 + [429]
    assert thief.type_code(code_of()).status_code == 429
    assert marie.type_code(code_of()).status_code == 429
    assert known.type_code(code_of()).status_code == 302


def test_a_password_given_again_wins_no_more_tries_at_the_code(visitor, account):
    account("Editors", app=True)
    thief = visitor()
    for _ in range(5):
        thief.sign_in("marie")
        last = thief.type_code(wrong_code())

    assert last.status_code == 429


# Who must


@pytest.mark.usefixtures("required")
class TestWhereItIsRequired:
    @pytest.mark.parametrize("group", ["Publishers", "Administrators"])
    def test_publishers_and_administrators_set_it_up_before_anything_opens(self, visitor, account, set_up, group):
        account(group)
        marie = visitor()
        marie.sign_in("marie")

        for address in ("/admin/", "/admin/pages/", INDEX, "/en/", "/documents/1/none.pdf"):
            assert marie.get(address).url == SET_UP, address
        assert SHOWN.findall(marie.get(CODES, follow=True).content.decode()) == []
        set_up(marie)
        assert marie.is_in()
        assert marie.post("/account/logout/").url == LOGIN
        assert marie.sign_in("marie").url == CODE

    def test_so_do_superusers(self, visitor):
        User.objects.create_superuser("root", "root@example.org", PASSWORD)
        root = visitor()
        root.sign_in("root")

        assert root.get("/admin/").url == SET_UP

    def test_editors_need_not_but_may(self, visitor, account, set_up):
        account("Editors")
        marie = visitor()
        marie.sign_in("marie")
        assert marie.is_in()
        assert INDEX in marie.get("/admin/account/").content.decode()
        assert "is off" in marie.get(INDEX).content.decode()

        set_up(marie)
        assert "is on" in marie.get(INDEX).content.decode()
        assert marie.is_in()

    def test_no_address_that_takes_a_password_opens_the_admin_by_it_alone(self, visitor, account):
        account("Publishers", "without"), account("Administrators", "with", app=True)
        asking = [address for address in addresses() if asks_for_a_password(visitor(), address)]

        assert asking == [LOGIN]
        for name in ("without", "with"):
            for address in [*asking, "/admin/login/", "/en/_util/login/", "/zh-hans/_util/login/"]:
                stranger = visitor()
                form = {"login": name, "username": name, "password": PASSWORD, "next": "/admin/"}
                stranger.post(address, form, follow=True)
                assert not stranger.is_in(), address

    @pytest.mark.parametrize("app", [False, True])
    def test_a_session_that_came_about_in_another_way_opens_nothing(self, visitor, account, app):
        user = account("Publishers", app=app)
        marie = visitor()
        marie.force_login(user)

        assert not marie.is_in()

    def test_a_new_password_by_mail_does_not_open_the_admin(self, visitor, account, mailoutbox):
        account("Publishers", app=True)
        thief = visitor()
        thief.post("/account/password/", {"email": "marie@example.org"})
        link = urlsplit(re.search(r"http://\S+", mailoutbox[0].body).group()).path
        form = thief.get(link).url
        thief.post(form, {"new_password1": "another-Password-7", "new_password2": "another-Password-7"})

        assert not thief.is_in()
        assert thief.sign_in("marie", "another-Password-7").url == CODE
        assert not thief.is_in()


def addresses(patterns=None, prefix="/"):
    """Yield every address of the portal that takes no argument, and each login below a language."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + re.sub(r"^\^|\$$|\\Z$", "", str(pattern.pattern))
        if not isinstance(pattern, URLPattern):
            yield from addresses(pattern.url_patterns, route)
        elif not re.search(r"[<(\[*?\\]", route):
            yield route


def asks_for_a_password(visitor, address):
    response = visitor.get(address)
    return not response.streaming and b'type="password"' in response.content


# Changing it


def test_before_codes_are_shown_or_the_app_is_removed_a_code_confirms_it(visitor, account, set_up, clock):
    user = account("Editors")
    marie = visitor()
    marie.sign_in("marie")
    secret, codes = set_up(marie)
    clock.shift(3600)

    for address in (CODES, NEW_CODES, REMOVE):
        assert urlsplit(marie.get(address).url).path == "/account/confirm/code/", address
    assert urlsplit(marie.get("/account/confirm/").url).path == "/account/confirm/code/", "the password is not enough"
    confirm = marie.get(REMOVE).url
    assert marie.type_code(wrong_code(), confirm).status_code == 200
    assert marie.type_code(code_of(secret), confirm).url == REMOVE
    assert SHOWN.findall(marie.get(CODES).content.decode()) == codes
    marie.post(NEW_CODES)
    assert not set(recovery_codes_of(user)) & set(codes)
    marie.post(REMOVE)
    assert not Authenticator.objects.filter(user=user).exists()
    assert marie.is_in()


def test_without_an_app_the_password_confirms(visitor, account, clock):
    account("Editors")
    marie = visitor()
    marie.sign_in("marie")
    clock.shift(3600)

    confirm = marie.get(SET_UP).url
    assert urlsplit(confirm).path == "/account/confirm/"
    assert marie.post(confirm, {"password": "wrong"}).status_code == 200
    assert marie.post(confirm, {"password": PASSWORD}).url == parse_qs(urlsplit(confirm).query)["next"][0] == SET_UP
    assert marie.get(SET_UP).status_code == 200


def test_setting_it_up_ends_the_sessions_that_had_none(visitor, account, set_up):
    account("Editors")
    marie, thief = visitor(), visitor()
    marie.sign_in("marie"), thief.sign_in("marie")
    set_up(marie)

    assert marie.is_in()
    assert not thief.is_in()
    assert thief.get("/admin/").url.startswith(LOGIN)


def test_an_operator_resets_a_lost_phone_and_its_sessions_end(visitor, account, set_up):
    account("Editors")
    marie = visitor()
    marie.sign_in("marie")
    set_up(marie)

    call_command("reset_second_factor", "marie")
    assert not marie.is_in()
    assert marie.sign_in("marie").url == "/admin/"
    with pytest.raises(CommandError, match="no account called nobody"):
        call_command("reset_second_factor", "nobody")


# What there is not


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reset_password", "admin:index"])
def test_nobody_makes_or_finds_out_accounts_and_djangos_own_admin_is_absent(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("address", ["/account/signup/", "/account/email/", "/account/", "/django-admin/"])
def test_such_addresses_lead_nowhere(client, db, address):
    assert client.get(address, follow=True).status_code == 404


# In both languages


def test_the_pages_are_in_the_language_asked_for_then_the_accounts_then_the_browsers(visitor, account):
    user = account("Editors", app=True)
    chinese = {"HTTP_ACCEPT_LANGUAGE": "zh-CN"}
    assert '<html lang="en">' in visitor().get(LOGIN).content.decode()
    assert '<html lang="zh-hans">' in visitor(**chinese).get(LOGIN).content.decode()
    assert '<html lang="en">' in visitor(**chinese).get(f"{LOGIN}?language=en").content.decode()

    marie = visitor()
    marie.post(f"{LOGIN}?language=zh-hans", {"login": "marie", "password": PASSWORD})
    assert '<html lang="zh-hans">' in marie.get(CODE).content.decode(), "as chosen a step before"

    UserProfile.objects.create(user=user, preferred_language="en")
    marie = visitor(**chinese)
    marie.sign_in("marie")
    assert '<html lang="en">' in marie.get(CODE).content.decode(), "as chosen in the admin"
    for _ in range(5):
        locked = marie.type_code(wrong_code())
    assert '<html lang="en">' in locked.content.decode()


def test_the_pages_are_strict_about_what_they_run_and_are_kept_by_nobody(visitor, account, set_up):
    account("Editors")
    marie = visitor()
    marie.sign_in("marie")

    for address in (LOGIN, SET_UP, INDEX):
        headers = visitor().get(address).headers if address == LOGIN else marie.get(address).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'"), address
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "no-store" in headers["Cache-Control"]
    assert "style=" not in marie.get(SET_UP).content.decode()
