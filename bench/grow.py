"""Fill a portal for measurements: `python -m bench.grow --pages 50000`.

Without DATABASE_URL it makes a database called bench_<pages> on a PostgreSQL of its own, in var/bench-postgres. With
it, that database grows, if its name has "bench" in it; any other is refused unless --into names it.
"""

import argparse
import os
import sys
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

import django

from sesec_portal.devserver.environment import environment_for, say

# What a portal of some tens of thousands of pages may have in its registers; half of the others are dated, half text.
REGISTERS = {"partners": 12, "phases": 6, "meetings": 60, "decisions": 240, "revisions": 12}


def main(arguments=None):
    """Grow what the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.grow", description=__doc__.split("\n\n")[0])
    parser.add_argument("--pages", type=int, default=50_000, help="all pages afterwards, in both languages together")
    parser.add_argument("--into", metavar="NAME", help="the database to grow where its name does not say bench")
    parser.add_argument("--no-revisions", action="store_true", help="give no page the revision that is live")
    parser.add_argument("--no-index", action="store_true", help="leave the search index and the references as they are")
    for name, count in REGISTERS.items():
        parser.add_argument(f"--{name}", type=int, default=count, help=f"how many {name} (default: %(default)s)")
    wanted = vars(parser.parse_args(arguments))
    with _database(wanted["pages"], wanted["into"]):
        django.setup()
        fill(**{name: value for name, value in wanted.items() if name != "into"})
    return 0


def fill(*, pages, no_revisions=False, no_index=False, **registers):
    """Bring the database of the running Django to this many pages; print what each step took."""
    from django.core.management import call_command
    from django.db import connection, transaction
    from wagtail.models import Page

    from bench.growth import dated, texts
    from bench.growth.bulk_pages import BulkPageBuilder
    from bench.growth.registers import Registers
    from sesec_portal.search.index.backfill import backfill

    with _timed("migrated and loaded"):
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_starter_content", if_empty=True, sample=True, verbosity=0)
    with _timed("grew"), transaction.atomic():
        builder = BulkPageBuilder(revisions=not no_revisions)
        room = pages - Page.objects.filter(depth__gt=1).count()
        if room > 0:
            Registers(builder).grow(**registers)
            dated.grow(builder, max(room - builder.loaded, 0) // 2)
            texts.grow(builder, room - builder.loaded)
        say(f"{builder.loaded} pages more.")
    if not no_index:
        with _timed("readers' search"), transaction.atomic():
            while backfill():
                pass
        with _timed("editors' search"):
            call_command("update_index", verbosity=0)
    with _timed("vacuumed"), connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


@contextmanager
def _database(pages, into):
    given = os.environ.get("DATABASE_URL")
    name = urlsplit(given).path.lstrip("/") if given else f"bench_{pages}"
    if "bench" not in name and name != into:
        sys.exit(f"The database is called {name}, and growing fills it with nonsense. If you mean it: --into {name}")
    with environment_for("development", "bench-postgres") as environment:
        os.environ.update(environment)
        if not given:
            os.environ["DATABASE_URL"] = create(name)
        yield


def create(name):
    """Create a database on the server of DATABASE_URL unless it is there; return its URL."""
    from contextlib import closing

    import psycopg2
    from psycopg2 import sql

    address = urlsplit(os.environ["DATABASE_URL"])
    with closing(psycopg2.connect(address._replace(path="/postgres").geturl())) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT FROM pg_database WHERE datname = %s", [name])
            if not cursor.rowcount:
                cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return address._replace(path=f"/{name}").geturl()


@contextmanager
def _timed(what):
    begun = time.monotonic()
    yield
    say(f"{what}: {time.monotonic() - begun:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
