"""What operators rely on: safe settings, complete migrations, plain words when something is missing."""

import os
import subprocess
import sys

import pytest
from django.core.management import call_command

from tests.databases import ROOT

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "sesec_portal.settings.production",
    "DATABASE_URL": "postgresql://sesec:password@127.0.0.1:5432/sesec",
    "SECRET_KEY": "9f1c-hU2_kqv8RrLw0zT7yXbN3mAe5dSgPjQoKiVuCtHxWfYB-Z1",
    "ALLOWED_HOSTS": "sesec.example.org",
    "SITE_URL": "https://sesec.example.org",
}


def check(**changes):
    """Run Django's deployment checks in a process of its own; a change of None leaves the variable out."""
    surroundings = {**PRODUCTION, "PATH": os.environ["PATH"], **changes}
    surroundings = {name: value for name, value in surroundings.items() if value is not None}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, env=surroundings, cwd=ROOT, capture_output=True, text=True)


def test_the_deployment_checks_find_nothing_and_nothing_is_silenced():
    result = check()

    assert result.returncode == 0, result.stderr
    assert "0 silenced" in result.stdout + result.stderr


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
        ("SECURITY_CONTACT", "security@example.org"),
        ("REDIS_URL", "redis.example.org"),
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


def test_the_health_page_answers_without_a_database(client):
    assert client.get("/healthz").content == b"ok"
