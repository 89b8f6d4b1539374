"""Whoever guesses passwords is stopped, from wherever and at whomever, and locks nobody out but themselves."""

import threading
from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.conf import settings
from django.core import signing
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone
from django.utils.module_loading import import_string

from sesec_portal.accounts.lockout import ACCOUNT_LIMIT, NETWORK_LIMIT
from sesec_portal.pagecache.invalidation import could_show
from sesec_portal.settings import base
from tests.accounts.conftest import Visitor, code_of, plain, wrong_code


def guess(visitor, name, times=1):
    return [visitor.sign_in(name, f"guess {time}").status_code for time in range(times)]


@pytest.fixture
def behind_nginx(settings, visitor):
    """A browser behind the proxy, which writes down its address after what the browser forged."""
    settings.BEHIND_PROXY = True
    return lambda address, forged="": visitor(HTTP_X_FORWARDED_FOR=", ".join(filter(None, [forged, address])))


def test_five_wrong_passwords_lock_the_guessers_network_out_of_the_account_and_nobody_elsewhere(visitor, account):
    account("Editors"), account("Editors", "paul")
    guesser = visitor("192.0.2.1")

    assert guess(guesser, "marie", 5) == [200] * 4 + [429]
    locked = guesser.sign_in("marie")
    assert locked.status_code == 429
    assert locked.headers["Retry-After"] == "3600"
    assert "Too many wrong tries" in locked.content.decode()
    assert visitor("192.0.2.1").sign_in("marie").status_code == 429
    assert visitor("192.0.2.1").sign_in("paul").status_code == 302
    assert visitor("192.0.2.2").sign_in("marie").status_code == 302


def test_a_browser_that_has_signed_in_before_is_let_in_whatever_others_guess(visitor, account):
    account("Editors"), account("Editors", "paul")
    marie = visitor("192.0.2.1")
    marie.sign_in("marie"), marie.post("/account/logout/")
    guess(visitor("192.0.2.1"), "marie", 5)
    for number in range(ACCOUNT_LIMIT):
        guess(visitor(f"192.0.3.{number}"), "marie")

    assert visitor("192.0.2.1").sign_in("marie").status_code == 429
    assert marie.sign_in("paul").status_code == 302, "of whom this browser knows nothing yet"
    marie.post("/account/logout/")
    assert marie.sign_in("marie").status_code == 302, "both are known by now"


def test_a_known_browser_guesses_no_more_than_five_times_an_hour_and_at_its_own_account(visitor, account):
    account("Editors"), account("Editors", "paul")
    thief = visitor("192.0.2.1")
    thief.sign_in("marie"), thief.post("/account/logout/")

    assert [guess(thief, f"name{number}")[0] for number in range(NETWORK_LIMIT)][-1] == 429
    assert thief.sign_in("paul").status_code == 429
    assert guess(thief, "marie", 5) == [200] * 4 + [429]
    thief.defaults["REMOTE_ADDR"] = "192.0.2.2"
    assert thief.sign_in("marie").status_code == 429


def test_a_cookie_that_the_portal_has_not_written_says_nothing(visitor, account):
    user = account("Editors")
    guesser = visitor("192.0.2.1")
    guess(guesser, "marie", 5)

    for forged in ("x", "é", ":", signing.dumps(["x", user.pk], salt="another"), '["x", 1]:x:x'):
        guesser.cookies[settings.DEVICE_COOKIE_NAME] = forged
        assert guesser.sign_in("marie").status_code == 429


def test_the_password_alone_makes_no_browser_known_where_there_is_a_second_step(visitor, account):
    account("Editors", app=True)
    thief = visitor()
    thief.sign_in("marie")
    assert settings.DEVICE_COOKIE_NAME not in thief.cookies

    thief.type_code(code_of())
    assert thief.cookies[settings.DEVICE_COOKIE_NAME]["httponly"]


def test_many_addresses_guessing_at_one_account_get_one_try_in_ten_seconds(visitor, account):
    account("Editors")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        answers = [guess(visitor(f"192.0.2.{number}"), "marie")[0] for number in range(ACCOUNT_LIMIT + 10)]
        assert answers == [200] * (ACCOUNT_LIMIT - 1) + [429] * 11

        slowed = visitor("192.0.3.1").sign_in("marie")
        assert slowed.headers["Retry-After"] == "10"
        assert "Wait ten seconds" in slowed.content.decode()
        clock.shift(timedelta(seconds=11))
        assert guess(visitor("192.0.3.2"), "marie", 2) == [429, 429], "a wrong one is told to wait again"
        clock.shift(timedelta(seconds=11))
        assert visitor("192.0.3.1").sign_in("marie").status_code == 302


def test_one_address_guessing_at_many_accounts_is_stopped(visitor, account):
    account("Editors", "paul")
    guesser = visitor("192.0.2.1")

    answers = [guess(guesser, f"name{number}")[0] for number in range(NETWORK_LIMIT + 5)]
    assert answers == [200] * (NETWORK_LIMIT - 1) + [429] * 6
    assert guesser.sign_in("paul").status_code == 429
    assert visitor("192.0.2.2").sign_in("paul").status_code == 302


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """The database outside any transaction of a test; what is counted there is forgotten at the end."""
    with django_db_blocker.unblock():
        yield
        AccessAttempt.objects.all().delete()


@pytest.mark.usefixtures("committed")
def test_of_twelve_tries_at_once_no_more_than_five_are_looked_at():
    together, answers = threading.Barrier(12), []

    def attempt():
        guesser = Visitor(REMOTE_ADDR="192.0.2.1")
        together.wait(timeout=30)
        answers.extend(guess(guesser, "marie"))
        connections.close_all()

    threads = [threading.Thread(target=attempt) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(answers) == [200] * 4 + [429] * 8
    assert AccessAttempt.objects.get().failures_since_start == 5


def test_a_forged_header_says_nothing_without_a_proxy(visitor):
    for number in range(5):
        guess(visitor("192.0.2.1", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}"), "name")

    assert guess(visitor("192.0.2.1", HTTP_X_FORWARDED_FOR="203.0.113.9"), "name") == [429]
    assert guess(visitor("198.51.100.1"), "name") == [200]


def test_behind_nginx_each_client_is_counted_by_itself_whatever_it_forges(behind_nginx):
    for number in range(5):
        guess(behind_nginx("192.0.2.1", forged=f"198.51.100.{number}, 192.0.2.7"), "name")

    assert guess(behind_nginx("192.0.2.1"), "name") == [429]
    assert guess(behind_nginx("192.0.2.1", forged="192.0.2.2"), "name") == [429]
    assert guess(behind_nginx("192.0.2.7"), "name") == [200]
    assert guess(behind_nginx("198.51.100.1", forged="192.0.2.1"), "name") == [200]


def test_a_lock_opens_after_an_hour_although_somebody_went_on_trying(visitor, account):
    account("Editors")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        guess(visitor(), "marie", 5)
        clock.shift(timedelta(minutes=50))
        assert visitor().sign_in("marie").status_code == 429
        clock.shift(timedelta(minutes=11))
        assert visitor().sign_in("marie").status_code == 302


def test_an_operator_unlocks_an_account(visitor, account):
    account("Editors")
    guess(visitor("192.0.2.1"), "marie", 5)

    call_command("axes_reset_username", "marie", verbosity=0)
    assert visitor("192.0.2.1").sign_in("marie").status_code == 302


def test_who_gets_in_is_forgiven_own_slips_and_not_guesses_at_others(visitor, account):
    account("Editors"), account("Editors", "paul")
    insider = visitor("192.0.2.1")
    guess(insider, "marie", 2), guess(insider, "paul", 2)

    assert insider.sign_in("marie").status_code == 302
    assert dict(AccessAttempt.objects.values_list("username", "failures_since_start")) == {"paul": 2}


def test_what_was_typed_is_not_written_down(visitor):
    guess(visitor(), "marie")

    attempt = AccessAttempt.objects.get()
    assert "guess" not in attempt.post_data
    assert "marie" not in attempt.post_data


def test_a_known_and_an_unknown_account_get_the_same_answer_at_the_same_cost(visitor, account, monkeypatch):
    account("Editors", "marie")
    hashed = []
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher.encode"
    monkeypatch.setattr(hasher, lambda self, password, salt: hashed.append(password) or "md5$salt$hash")

    for tries in range(5):
        known, unknown = (
            visitor(f"192.0.{tries}.{len(name)}").sign_in(name, "wrong") for name in ("marie", "stranger")
        )
        assert known.status_code == unknown.status_code
        assert plain(known).replace("marie", "") == plain(unknown).replace("stranger", "")
    assert hashed.count("wrong") == 10, "one for each try"


def test_guessing_does_not_empty_the_page_cache(visitor, account):
    account("Editors", app=True)
    statements = []

    def note(execute, sql, params, many, context):
        statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        guesser = visitor("192.0.2.1")
        guess(guesser, "nobody", 2)
        guesser.sign_in("marie")
        guess_codes = [guesser.type_code(wrong_code()).status_code for _ in range(5)]
        call_command("axes_reset", verbosity=0)
    assert guess_codes == [200] * 4 + [429]
    assert any("INSERT" in sql for sql in statements)
    assert not [sql for sql in statements if could_show(sql)]


def test_passwords_are_kept_with_argon2():
    hasher = import_string(base.PASSWORD_HASHERS[0])()
    kept = hasher.encode("some password", hasher.salt())
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert hasher.verify("some password", kept)
