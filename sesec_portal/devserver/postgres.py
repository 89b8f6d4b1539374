"""The embedded PostgreSQL as its callers see it: started once, shared, stopped for certain."""

import atexit
import fcntl
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Self
from urllib.parse import quote

import psycopg2
from psycopg2 import sql

from .account import PostgresError
from .cluster import PATIENCE, Cluster
from .private import write_private

DATABASE = "sesec_portal"


class EmbeddedPostgres:
    """A PostgreSQL server for one folder, on a free port of 127.0.0.1.

    Use it as a context manager, from the main thread (see `children`). The first process to ask holds the
    server; while it runs, another process that asks for the same folder borrows it and leaves it running.

    folder     holds the lock, the password, the server's URL and log, and the data where the server can reach it
    home       where the data lies: `folder` or, for root in a closed project, a folder in /var/tmp
    borrowed   whether another process holds the server
    """

    def __init__(self, folder: Path | str, *, fsync: bool = True):
        """Name the folder; `fsync=False` trades safety in a power cut for speed, as tests like it."""
        self.folder = self.home = Path(folder).resolve()
        self.fsync = fsync
        self.borrowed = False
        self._address = ""
        self._cluster = None
        self._lock = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_exception) -> None:
        self.stop()

    def url(self, database: str = DATABASE) -> str:
        """Return the URL of `database` on the running server, as DATABASE_URL takes it."""
        return f"{self._address}/{quote(database, safe='')}"

    def start(self) -> None:
        """Start the server, or borrow the one that runs; the database `sesec_portal` then exists.

        Raises PostgresError when neither works.
        """
        deadline = time.monotonic() + PATIENCE
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            while not (self._hold() or self._borrow()):
                if time.monotonic() > deadline:
                    raise PostgresError(f"Another process holds {self.folder}, but its PostgreSQL does not answer.")
                time.sleep(0.05)
        except PermissionError as error:
            raise PostgresError(f"{error.filename or self.folder} belongs to another account.") from error

    def stop(self) -> None:
        """Stop the server if it is ours; a borrowed one stays."""
        atexit.unregister(self.stop)
        if self._lock is None:
            return
        (self.folder / "url").unlink(missing_ok=True)
        if self._cluster is not None:
            self._cluster.stop()
            self._cluster = None
        self._lock.close()
        self._lock = None

    def _hold(self) -> bool:
        lock = (self.folder / "lock").open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return False
        self._lock, self.borrowed = lock, False
        try:
            self._serve()
        except BaseException:
            self.stop()
            raise
        return True

    def _serve(self) -> None:
        (self.folder / "url").unlink(missing_ok=True)
        self._cluster = Cluster(self.folder, fsync=self.fsync)
        self.home = self._cluster.home
        if sys.platform != "linux":  # where the kernel does not stop the server for us
            atexit.register(self.stop)
        self._cluster.start()
        self._address = self._cluster.address
        _ensure_database(self.url("postgres"))
        write_private(self.folder / "url", self.url())

    def _borrow(self) -> bool:
        try:
            url = (self.folder / "url").read_text()
            psycopg2.connect(url, connect_timeout=5).close()
        except (FileNotFoundError, psycopg2.OperationalError):
            return False
        self._address, self.borrowed = url.rpartition("/")[0], True
        return True


def _ensure_database(url: str) -> None:
    with closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE])
            if not cursor.rowcount:
                cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
