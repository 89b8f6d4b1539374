"""Databases for tests: copies of templates that are migrated and loaded, once, with the portal's real content.

One of them has the made-up entries too, which tell of days around the day on which it was made.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from django.conf import settings
from django.db import connections
from psycopg2 import sql

from sesec_portal.settings.apps import OWN_APPS

ROOT = Path(__file__).resolve().parents[1]
RUN = ROOT / "var" / "test-run"
PACKAGES = sorted({app.partition(".")[0] for app in OWN_APPS})
MODULES = ["migrations/*", "models", "models/*", "starter/*", "core/*", "edtf/*", "languages/*", "media/*"]
MODULES += ["index/*", "words/*", "finding", "wagtail_hooks"]
SHAPED_BY = [f"{package}/**/{module}.py" for package in PACKAGES for module in MODULES]
SHAPED_BY += ["content/*.yaml", "requirements.txt", "sesec_portal/settings/apps.py"]


def url_of(name):
    """Return the URL of another database on the server of the tests."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def environment_of(database):
    """Return the environment of a process that works on a database: its news of changes have a folder of their own."""
    return {
        **os.environ,
        "DATABASE_URL": url_of(database),
        "DJANGO_SETTINGS_MODULE": "sesec_portal.settings.test",
        "RUN_DIR": str(RUN / database),
    }


def run_manage(*arguments, database):
    """Run manage.py on a database; returns what it printed, raises CalledProcessError when it fails."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    environment = environment_of(database)
    return subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@contextmanager
def _server():
    with closing(psycopg2.connect(url_of("postgres"))) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor


def _execute(cursor, statement, *names):
    cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def template(*, sample=False):
    """Return the name of a template database, made now if what shapes it has changed."""
    files = sorted({path for pattern in SHAPED_BY for path in ROOT.glob(pattern)})
    plain = "tests_" + hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
    sampled = f"{plain}_sample_{date.today():%Y%m%d}"
    with _server() as cursor:
        # One process makes it, the others wait.
        cursor.execute("SELECT pg_advisory_lock(20061104)")
        if not _exists(cursor, plain):
            _drop(cursor, "tests_%")
            _execute(cursor, "CREATE DATABASE {}", "tests_in_the_making")
            run_manage("migrate", "--no-input", database="tests_in_the_making")
            run_manage("load_starter_content", database="tests_in_the_making")
            _execute(cursor, "ALTER DATABASE {} RENAME TO {}", "tests_in_the_making", plain)
        if sample and not _exists(cursor, sampled):
            _drop(cursor, "tests_%_sample_%")
            _execute(cursor, "CREATE DATABASE {} TEMPLATE {}", "tests_in_the_making", plain)
            run_manage("load_starter_content", "--sample", database="tests_in_the_making")
            _execute(cursor, "ALTER DATABASE {} RENAME TO {}", "tests_in_the_making", sampled)
    return sampled if sample else plain


def _exists(cursor, name):
    cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
    return cursor.fetchone()


def _drop(cursor, pattern):
    cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [pattern.replace("_", "\\_")])
    for (old,) in cursor.fetchall():
        _execute(cursor, "DROP DATABASE {} WITH (FORCE)", old)


def use(name):
    """Let this process work on another database of the server."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name


@contextmanager
def working_on(name):
    """Let this process work on another database of the server, inside the block."""
    usual = settings.DATABASES["default"]["NAME"]
    use(name)
    try:
        yield
    finally:
        use(usual)


@contextmanager
def away(database):
    """Refuse all connections to a database inside the block, and end those there are."""
    connections.close_all()
    allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}").format
    with _server() as cursor:
        cursor.execute(allow(sql.Identifier(database), sql.Literal(False)))
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database])
        try:
            yield
        finally:
            cursor.execute(allow(sql.Identifier(database), sql.Literal(True)))


@contextmanager
def copy(name, *, sample=False, of=None):
    """Make a copy of a template, or `of` another database, under a name; it is dropped at the end."""
    source = of or template(sample=sample)
    with _server() as cursor:
        _execute(cursor, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        _execute(cursor, "CREATE DATABASE {} TEMPLATE {}", name, source)
    yield name
    with _server() as cursor:
        _execute(cursor, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    shutil.rmtree(RUN / name, ignore_errors=True)
