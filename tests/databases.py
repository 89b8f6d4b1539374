"""Databases for tests: copies of a template that is migrated, and loaded with the portal's real content, once."""

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import closing, contextmanager
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


def template():
    """Return the name of the template database, made now if what shapes it has changed."""
    files = sorted({path for pattern in SHAPED_BY for path in ROOT.glob(pattern)})
    name = "tests_" + hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
    with _server() as cursor:
        # One process makes it, the others wait.
        cursor.execute("SELECT pg_advisory_lock(20061104)")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not cursor.fetchone():
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'tests\\_%'")
            for (old,) in cursor.fetchall():
                _execute(cursor, "DROP DATABASE {} WITH (FORCE)", old)
            _execute(cursor, "CREATE DATABASE {}", "tests_in_the_making")
            run_manage("migrate", "--no-input", database="tests_in_the_making")
            run_manage("load_starter_content", database="tests_in_the_making")
            _execute(cursor, "ALTER DATABASE {} RENAME TO {}", "tests_in_the_making", name)
    return name


def use(name):
    """Let this process work on another database of the server."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name


@contextmanager
def copy(name):
    """Make a copy of the template under a name; it is dropped at the end."""
    source = template()
    with _server() as cursor:
        _execute(cursor, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        _execute(cursor, "CREATE DATABASE {} TEMPLATE {}", name, source)
    yield name
    with _server() as cursor:
        _execute(cursor, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    shutil.rmtree(RUN / name, ignore_errors=True)
