"""Whoever guesses passwords is shut out after five tries, from wherever and at whomever."""

from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django.utils.module_loading import import_string

from sesec_portal.pagecache.invalidation import could_show
from sesec_portal.settings import base
from tests.accounts.conftest import plain, wrong_code


def guess(visitor, name, times=1):
    return [visitor.sign_in(name, f"guess {time}").status_code for time in range(times)]


@pytest.fixture
def behind_nginx(settings, visitor):
    """A browser behind the proxy, which writes down its address after what the browser forged."""
    settings.BEHIND_PROXY = True
    return lambda address, forged="": visitor(HTTP_X_FORWARDED_FOR=", ".join(filter(None, [forged, address])))


def test_five_wrong_passwords_lock_the_account_and_the_right_one_too_but_nobody_elsewhere(visitor, account):
    account("Editors"), account("Editors", "paul")
    guesser = visitor("192.0.2.1")

    assert guess(guesser, "marie", 5) == [200] * 4 + [429]
    locked = guesser.sign_in("marie")
    assert locked.status_code == 429
    assert locked.headers["Retry-After"] == "3600"
    assert "Too many wrong tries" in locked.content.decode()
    assert visitor("192.0.2.2").sign_in("marie").status_code == 429
    assert visitor("192.0.2.2").sign_in("paul").status_code == 302


def test_twelve_addresses_guessing_at_one_account_are_stopped_at_the_fifth(visitor, account):
    account("Editors")

    answers = [guess(visitor(f"192.0.2.{number}"), "marie")[0] for number in range(12)]
    assert answers == [200] * 4 + [429] * 8


def test_one_address_guessing_at_twelve_accounts_is_stopped_at_the_fifth(visitor, account):
    account("Editors", "name7")
    guesser = visitor("192.0.2.1")

    assert [guess(guesser, f"name{number}")[0] for number in range(12)] == [200] * 4 + [429] * 8
    assert guesser.sign_in("name7").status_code == 429
    assert visitor("192.0.2.2").sign_in("name7").status_code == 302


def test_a_forged_header_says_nothing_without_a_proxy(visitor):
    for number in range(5):
        guess(visitor("192.0.2.1", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}"), f"name{number}")

    assert guess(visitor("192.0.2.1", HTTP_X_FORWARDED_FOR="203.0.113.9"), "other") == [429]
    assert guess(visitor("198.51.100.1"), "other") == [200]


def test_behind_nginx_each_client_is_counted_by_itself_whatever_it_forges(behind_nginx):
    for number in range(5):
        guess(behind_nginx("192.0.2.1", forged=f"198.51.100.{number}, 192.0.2.7"), f"name{number}")

    assert guess(behind_nginx("192.0.2.1"), "other") == [429]
    assert guess(behind_nginx("192.0.2.1", forged="192.0.2.2"), "other") == [429]
    assert guess(behind_nginx("192.0.2.7"), "other") == [200]
    assert guess(behind_nginx("198.51.100.1", forged="192.0.2.1"), "another") == [200]


def test_a_lock_opens_after_an_hour_although_somebody_went_on_trying(visitor, account):
    account("Editors")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        guess(visitor(), "marie", 5)
        clock.shift(timedelta(minutes=50))
        assert visitor("192.0.2.9").sign_in("marie").status_code == 429
        clock.shift(timedelta(minutes=11))
        assert visitor("192.0.2.9").sign_in("marie").status_code == 302


def test_an_operator_unlocks_an_account(visitor, account):
    account("Editors")
    guess(visitor("192.0.2.1"), "marie", 5)

    call_command("axes_reset_username", "marie", verbosity=0)
    assert visitor("192.0.2.2").sign_in("marie").status_code == 302


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
        guess_codes = [guesser.type_code(wrong_code()).status_code for _ in range(3)]
        call_command("axes_reset", verbosity=0)
    assert guess_codes == [200, 200, 429]
    assert any("INSERT" in sql for sql in statements)
    assert not [sql for sql in statements if could_show(sql)]


def test_passwords_are_kept_with_argon2():
    hasher = import_string(base.PASSWORD_HASHERS[0])()
    kept = hasher.encode("some password", hasher.salt())
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert hasher.verify("some password", kept)
