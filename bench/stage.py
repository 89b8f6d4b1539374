"""Where a measurement happens: a PostgreSQL of its own, portals of some sizes, environments to serve them in."""

import hashlib
import os
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import psycopg2
from psycopg2 import sql

from sesec_portal.devserver.environment import ROOT, environment_for, say

from .grow import create

# What a grown portal depends on: one that is older than any of these is made anew.
_SHAPED_BY = [
    "*/migrations/*.py",
    "sesec_portal/*/migrations/*.py",
    "content/*.yaml",
    "bench/growth/*.py",
    "bench/grow.py",
]


class Stage:
    """Gives out databases and environments.

    Argument: the environment in which the measurement's PostgreSQL can be reached.
    """

    def __init__(self, environment, folder):
        self._environment = environment
        self.folder = folder
        self._small = None

    @property
    def small(self):
        """The environment of a portal with the starter content and the made-up entries."""
        self._small = self._small or self.portal(50)
        return self._small

    def portal(self, pages, **changes):
        """Return the environment of a portal with at least this many pages, in production but for TLS."""
        name = f"bench_{pages}_{_shape()}"
        url = urlsplit(self._environment["DATABASE_URL"])._replace(path=f"/{name}").geturl()
        if not self._is_there(name):
            self._drop_older(f"bench_{pages}_")
            say(f"Making a portal of {pages} pages; it is kept for the next time ...")
            draft = create(f"bench_draft_{pages}")
            self._run(draft, "-m", "bench.grow", "--pages", str(pages))
            self._sql("ALTER DATABASE {} RENAME TO {}", f"bench_draft_{pages}", name)
        return self.production(url, **changes)

    def production(self, url, **changes):
        """Return the environment in which the image's server runs on a database, with a folder of its own to run in."""
        return {
            **self._environment,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": "http://127.0.0.1",
            "HTTPS": "false",
            "RUN_DIR": f"{self.folder}/run-{hashlib.sha256(url.encode()).hexdigest()[:8]}",
            "MEDIA_ROOT": f"{self.folder}/media",
            "PYTHONDONTWRITEBYTECODE": "",
            **changes,
        }

    def keep(self, name, content):
        """Write bytes into a file that lasts as long as the measurement; return its path."""
        path = Path(self.folder, name)
        path.write_bytes(content)
        return str(path)

    @contextmanager
    def scratch(self, name, like=None):
        """Give the URL of a database, dropped at the end: empty, or a copy of the one in the environment `like`."""
        self._sql("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        if like:
            self._sql("CREATE DATABASE {} TEMPLATE {}", name, urlsplit(like["DATABASE_URL"]).path.lstrip("/"))
        try:
            yield create(name)
        finally:
            self._sql("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _run(self, url, *command):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=self.production(url), check=True)

    def _is_there(self, name):
        return bool(self._rows("SELECT FROM pg_database WHERE datname = %s", name))

    def _drop_older(self, prefix):
        for (name,) in self._rows("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", prefix):
            self._sql("DROP DATABASE {} WITH (FORCE)", name)

    def _rows(self, question, *values):
        with self._cursor() as cursor:
            cursor.execute(question, values)
            return cursor.fetchall()

    def _sql(self, statement, *names):
        with self._cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    @contextmanager
    def _cursor(self):
        address = urlsplit(self._environment["DATABASE_URL"])._replace(path="/postgres").geturl()
        with closing(psycopg2.connect(address)) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                yield cursor


@contextmanager
def stage():
    """Start the PostgreSQL, or take the one that DATABASE_URL names, and collect the static files; give a Stage."""
    with environment_for("production", "bench-postgres") as environment, TemporaryDirectory(prefix="bench-") as folder:
        os.environ.update(environment)
        made = Stage(dict(environment), folder)
        os.makedirs(f"{folder}/media/images")
        preparing = made.production(environment["DATABASE_URL"])
        for command in (["compile_catalogues"], ["collectstatic", "--no-input", "--verbosity", "0"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=preparing, check=True)
        yield made


def _shape():
    files = sorted(path for pattern in _SHAPED_BY for path in ROOT.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:10]
