"""What `manage.py` and pytest find around them: the environment, and the database up."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .postgres import EmbeddedPostgres
from .private import kept_secret
from .programs import find_programs

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"


@contextmanager
def environment_for(
    settings: str, cluster: str, *, fsync: bool = True, quiet: bool = False
) -> Iterator[Mapping[str, str]]:
    """Give the environment for the settings module `settings`; inside the block the database is up.

    `cluster` names the database's folder in var/. What the developer has set stays as it is: DATABASE_URL (then
    no database is started), SECRET_KEY and DJANGO_SETTINGS_MODULE. `quiet` leaves the output to the command.
    Raises PostgresError when the database does not start.
    """
    environment = dict(os.environ)
    defaults = {
        "DJANGO_SETTINGS_MODULE": f"sesec_portal.settings.{settings}",
        "PYTHONUNBUFFERED": "1",
        "SECRET_KEY": kept_secret(VAR / "secret-key"),
    }
    for name, value in defaults.items():
        environment[name] = environment.get(name) or value
    tell = (lambda _: None) if quiet else say
    if environment.get("DATABASE_URL"):
        tell("Using the database that DATABASE_URL names.")
        yield environment
        return
    tell("Starting PostgreSQL ...")
    with EmbeddedPostgres(VAR / cluster, fsync=fsync) as server:
        if server.borrowed:
            tell("It runs already and is shared.")
        elif server.home != server.folder:
            tell(f"Its data is in {server.home}, as PostgreSQL refuses root and others cannot enter this project.")
        environment["DATABASE_URL"] = server.url()
        # pg_dump and pg_restore, as old as the server.
        environment["PATH"] = os.pathsep.join([str(find_programs()), environment.get("PATH", os.defpath)])
        yield environment


def say(text: str) -> None:
    """Print `text` at once, also into a pipe."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
