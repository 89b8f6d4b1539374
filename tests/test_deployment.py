"""What operators rely on: safe settings, complete migrations, plain words when something is missing."""

import os
import subprocess
import sys

import pytest
from django.core.management import call_command

from tests.databases import ROOT
from tests.production import PRODUCTION


def check(**changes):
    """Run Django's deployment checks in a process of its own; a change of None leaves the variable out."""
    environment = {**PRODUCTION, "PATH": os.environ["PATH"], **changes}
    environment = {name: value for name, value in environment.items() if value is not None}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize(("step", "silenced"), [("hour", 2), ("subdomains", 1), ("preload", 0)])
def test_the_deployment_checks_find_nothing_and_nothing_is_silenced_but_the_last_steps_of_hsts(step, silenced):
    result = check(HSTS=step)

    assert result.returncode == 0, result.stderr
    assert f"{silenced} silenced" in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", None),
        ("DATABASE_URL", "mysql://somewhere/else"),
        ("DATABASE_URL", "nonsense"),
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", None),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "https://sesec.example.org"),
        ("SITE_URL", None),
        ("SITE_URL", "sesec.example.org"),
        ("HTTPS", "perhaps"),
        ("HSTS", "forever"),
        ("TRUSTED_PROXIES", "cdn.example.org"),
        ("TRUSTED_PROXIES", "10.0.0.1/8"),
        ("TRUSTED_PROXIES", "0.0.0.0/0"),
        ("CDN_URL", "cloudflare://zone"),
        ("CDN_URL", "varnish:6081"),
        ("SECURITY_CONTACT", "security@example.org"),
        ("REDIS_URL", "redis.example.org"),
        ("SENTRY_DSN", "sentry.example.org"),
        ("METRICS", "yes"),
    ],
)
def test_a_missing_or_malformed_setting_stops_the_start_with_its_name_and_an_example(name, value):
    result = check(**{name: value})

    last_line = result.stderr.strip().splitlines()[-1]
    assert result.returncode != 0
    assert name in last_line
    assert f"example {name}=" in last_line


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_reports_of_faults_leave_djangos_answers_as_they_are_for_the_page_cache():
    told = "from sesec_portal.wsgi import application; from django.core.handlers.wsgi import WSGIHandler as handler; "
    told += "import sentry_sdk; print(sentry_sdk.is_initialized(), handler.__call__.__module__)"
    environment = {**PRODUCTION, "SENTRY_DSN": "https://key@sentry.example.org/1"}
    result = subprocess.run([sys.executable, "-c", told], env=environment, cwd=ROOT, capture_output=True, text=True)

    assert result.stdout.strip() == "True django.core.handlers.wsgi", result.stderr


@pytest.fixture
def kept(tmp_path):
    """Write a secret into a file, as containers get it, and give the file's path."""

    def write(value):
        path = tmp_path / "secret"
        path.write_text(f"{value}\n", encoding="utf-8")
        return str(path)

    return write


def test_a_secret_may_come_from_a_file(kept):
    assert check(SECRET_KEY=None, SECRET_KEY_FILE=kept(PRODUCTION["SECRET_KEY"])).returncode == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("DATABASE_URL", "nonsense"),
        ("REDIS_URL", "redis.example.org"),
        ("EMAIL_URL", "nonsense://"),
        ("SENTRY_DSN", "sentry.example.org"),
        ("CDN_URL", "cloudflare://zone"),
    ],
)
def test_a_secret_from_a_file_is_looked_at_as_closely(kept, name, value):
    result = check(**{name: None, f"{name}_FILE": kept(value)})

    assert result.returncode != 0
    assert f"example {name}=" in result.stderr.strip().splitlines()[-1]


def test_a_secret_given_both_ways_or_in_a_file_that_is_not_there_stops_the_start(kept):
    both = check(SECRET_KEY_FILE=kept(PRODUCTION["SECRET_KEY"]))
    missing = check(SECRET_KEY=None, SECRET_KEY_FILE="/nowhere/secret")

    assert "SECRET_KEY and SECRET_KEY_FILE are both set" in both.stderr
    assert "SECRET_KEY_FILE cannot be read" in missing.stderr


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({}, "3600 False False"),
        ({"HSTS": "week"}, "604800 False False"),
        ({"HSTS": "year"}, "31536000 False False"),
        ({"HSTS": "subdomains"}, "31536000 True False"),
        ({"HSTS": "preload"}, "63072000 True True"),
        ({"HSTS": "preload", "HTTPS": "false"}, "0 True True"),
    ],
)
def test_browsers_insist_on_tls_for_an_hour_and_for_longer_or_more_hosts_only_where_a_setting_says_so(settings, told):
    reading = "from django.conf import settings as s; "
    reading += "print(s.SECURE_HSTS_SECONDS, s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_HSTS_PRELOAD)"
    command = [sys.executable, "-c", reading]
    result = subprocess.run(command, env={**PRODUCTION, **settings}, cwd=ROOT, capture_output=True, text=True)

    assert result.stdout.strip() == told, result.stderr


def test_an_address_without_tls_switches_off_what_needs_it():
    reading = "from django.conf import settings as s; print(s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE)"
    command = [sys.executable, "-c", reading]

    for url, told in (("http://localhost:8080", "False False"), ("https://sesec.example.org", "True True")):
        result = subprocess.run(command, env={**PRODUCTION, "SITE_URL": url}, cwd=ROOT, capture_output=True, text=True)
        assert result.stdout.strip() == told, result.stderr
