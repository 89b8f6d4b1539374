"""PostgreSQL's own programs, run on the portal's server with its credentials in their environment."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from django.db import connection

from .exceptions import BackupError

# How libpq calls in its environment what a connection is given: PostgreSQL documentation, “Environment Variables”.
_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "options": "PGOPTIONS",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "connect_timeout": "PGCONNECT_TIMEOUT",
}


def find(name: str) -> str:
    """Return the path of one of PostgreSQL's programs.

    Raises BackupError where it is missing, or older than the server: it then refuses to read that server's tables.
    """
    server = connection.get_database_version()[0]
    advice = f"Install PostgreSQL's programs of version {server}, for example: apt install postgresql-client-{server}"
    path = shutil.which(name)
    if not path:
        raise BackupError(f"The program {name} is not here. {advice}")
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    version = int(re.findall(r"PostgreSQL\) (\d+)", said)[0])
    if version < server:
        raise BackupError(f"{path} is of version {version}, but the server is PostgreSQL {server}. {advice}")
    return path


@contextmanager
def running(program: str, *arguments: str, stdin: int | None = None, stdout: int | None = None) -> Iterator[IO[bytes]]:
    """Run a program beside the block, and give the one pipe to or from it that is asked for with subprocess.PIPE.

    Raises BackupError with the program's last words when it fails; it is ended when the block fails.
    """
    given = connection.get_connection_params()
    credentials = {variable: str(given[name]) for name, variable in _VARIABLES.items() if given.get(name)}
    with tempfile.TemporaryFile() as words:
        environment = {**os.environ, **credentials}
        child = subprocess.Popen([program, *arguments], env=environment, stdin=stdin, stdout=stdout, stderr=words)  # noqa: S603
        try:
            # A program that gave up no longer reads; its own words say why.
            with suppress(BrokenPipeError):
                yield from _pipes(child)
            _close(child)
            if child.wait():
                words.seek(0)
                said = words.read().decode(errors="replace").strip() or f"it ended with status {child.returncode}"
                raise BackupError(f"{os.path.basename(program)} failed: {said}")
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
            _close(child)


def _close(child: subprocess.Popen[bytes]) -> None:
    for pipe in _pipes(child):
        with suppress(BrokenPipeError):
            pipe.close()


def _pipes(child: subprocess.Popen[bytes]) -> list[IO[bytes]]:
    return [pipe for pipe in (child.stdin, child.stdout) if pipe]
