"""A session belongs to one login: it begins with a new key, and ends with the password, with use, or on request."""

import re
import subprocess
import sys
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from sesec_portal.pagecache.cache_key import CacheKeys
from tests.accounts.conftest import LOGIN, PASSWORD, code_of
from tests.databases import ROOT
from tests.production import PRODUCTION


def key_of(visitor):
    return visitor.cookies["sessionid"].value


def test_logging_in_changes_the_key_of_the_session(visitor, account):
    account("Editors", app=True)
    marie = visitor()
    marie.sign_in("marie")
    before = key_of(marie)
    marie.type_code(code_of())

    assert marie.is_in()
    assert key_of(marie) != before
    stranger = Client()
    stranger.cookies["sessionid"] = before
    assert stranger.get("/admin/").status_code == 302


def test_logging_out_ends_the_session_on_the_server(visitor, account):
    account("Editors")
    marie = visitor()
    marie.sign_in("marie")
    key = key_of(marie)
    assert marie.post("/admin/logout/").url == LOGIN

    marie.cookies["sessionid"] = key
    assert not marie.is_in()


def test_a_new_password_ends_all_sessions_but_ones_own(visitor, account):
    account("Editors")
    marie, elsewhere = visitor(), visitor()
    marie.sign_in("marie"), elsewhere.sign_in("marie")
    new = "another-Password-7"
    names = {"name_email-first_name": "Marie", "name_email-last_name": "Li", "name_email-email": "m@example.org"}
    change = {"password-old_password": PASSWORD, "password-new_password1": new, "password-new_password2": new}
    choices = {"locale-preferred_language": "", "locale-current_time_zone": "UTC", "theme-theme": "system"}
    looks = {"theme-density": "default", "theme-contrast": "system", "theme-keyboard_shortcuts": "on"}
    assert marie.post("/admin/account/", names | change | choices | looks).status_code == 302

    assert marie.is_in()
    assert not elsewhere.is_in()
    assert visitor().sign_in("marie", new).status_code == 302


def test_who_holds_a_session_cannot_send_the_links_to_new_passwords_elsewhere(visitor, account):
    account("Editors")
    marie = visitor()
    marie.sign_in("marie")
    before = User.objects.get(username="marie").email
    names = {"name_email-first_name": "Marie", "name_email-last_name": "Li", "name_email-email": "thief@example.org"}
    choices = {"locale-preferred_language": "", "locale-current_time_zone": "UTC", "theme-theme": "system"}
    looks = {"theme-density": "default", "theme-contrast": "system"}
    assert marie.post("/admin/account/", names | choices | looks).status_code == 302

    kept = User.objects.get(username="marie")
    assert (kept.last_name, kept.email) == ("Li", before)


def test_a_session_lasts_while_it_is_used_and_twelve_hours_more(visitor, account):
    account("Editors")
    marie = visitor()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        marie.sign_in("marie")
        for _ in range(3):
            clock.shift(timedelta(hours=11))
            assert marie.is_in()
        clock.shift(timedelta(hours=7))
        marie.post("/admin/editing-sessions/ping/wagtailcore/page/1/1/")
        clock.shift(timedelta(hours=6))
        assert not marie.is_in()


def test_it_ends_with_the_browser_and_no_script_reads_its_cookies(visitor, account):
    account("Editors")
    marie = visitor()
    marie.get(LOGIN)
    marie.sign_in("marie")

    for name in ("sessionid", "csrftoken"):
        cookie = marie.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
    assert not marie.cookies["sessionid"]["max-age"]


COOKIES = ["SESSION_COOKIE", "CSRF_COOKIE"]
TOLD = ["SECURE", "NAME", "PATH", "DOMAIN", "HTTPONLY", "SAMESITE"]


@pytest.fixture(scope="module")
def in_production():
    """The settings about cookies, with and without TLS."""

    def told(https):
        names = [f"{cookie}_{what}" for cookie in COOKIES for what in TOLD]
        names += ["DEVICE_COOKIE_NAME", "SECOND_FACTOR_REQUIRED", "BEHIND_PROXY", "INSTALLED_APPS"]
        code = f"from django.conf import settings as s; print(repr({{name: getattr(s, name) for name in {names}}}))"
        environment = {**PRODUCTION, "HTTPS": https, "BEHIND_PROXY": "true"}
        result = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True)
        return eval(result.stdout)  # noqa: S307

    return {https: told(https) for https in ("true", "false")}


def test_behind_tls_the_cookies_are_bound_to_the_host(in_production):
    told = in_production["true"]

    assert told["SECOND_FACTOR_REQUIRED"]
    assert told["BEHIND_PROXY"]
    assert "django.contrib.admin" not in told["INSTALLED_APPS"]
    assert told["DEVICE_COOKIE_NAME"] == "__Host-device"
    for cookie in COOKIES:
        assert told[f"{cookie}_NAME"].startswith("__Host-")
        assert told[f"{cookie}_SECURE"] is told[f"{cookie}_HTTPONLY"] is True
        assert told[f"{cookie}_PATH"] == "/"
        assert told[f"{cookie}_DOMAIN"] is None
        assert told[f"{cookie}_SAMESITE"] == "Lax"


def test_over_plain_http_they_have_names_that_browsers_take_there(in_production):
    told = in_production["false"]

    assert [told[f"{cookie}_NAME"] for cookie in COOKIES] == ["sessionid", "csrftoken"]
    assert not told["SESSION_COOKIE_SECURE"]


@pytest.mark.parametrize("https", ["true", "false"])
def test_nginx_and_the_page_cache_know_both_cookies_by_either_name(in_production, settings, https):
    template = (ROOT / "deploy/nginx/portal.conf.template").read_text()
    personal = re.search(r'map "\$http_authorization\$http_cookie" \$personal \{.*?"~(.*?)" 1;', template, re.S).group(
        1
    )
    names = [in_production[https][f"{cookie}_NAME"] for cookie in COOKIES]
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = names
    for name in names:
        assert re.search(personal, f"_ga=1; {name}=x")
        assert CacheKeys().is_personal({"HTTP_COOKIE": f"_ga=1; {name}=x"})
    assert not re.search(personal, "_ga=GA1.2; theme=dark")
