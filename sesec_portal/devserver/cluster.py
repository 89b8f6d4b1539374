"""One folder of PostgreSQL data and the server process on it."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psycopg2

from .account import Account, PostgresError, shelter
from .children import command_line, stopping
from .private import kept_secret, write_private
from .programs import find_programs, within_reach

ROLE = "sesec_portal"
ATTEMPTS = 5  # another program may take the free port first, or a killed server's last process may linger
PATIENCE = 60  # seconds for the server to come up, or to go
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Cluster:
    """The data that belongs to `folder`. Its caller sees to it that there is one Cluster a folder at a time.

    home      where the data lies: `folder` or, for root in a closed project, a folder in /var/tmp
    address   the running server, without the database: postgresql://role:password@127.0.0.1:port
    """

    def __init__(self, folder: Path, *, fsync: bool):
        self.folder = folder
        self.fsync = fsync
        self.address = ""
        self._password = kept_secret(folder / "password")
        self._account = Account.for_data(folder / "data")
        self._programs = within_reach(find_programs(), self._account)
        self._process = None
        self.home = self._choose_home()
        self.data = self.home / "data"

    def start(self) -> None:
        """Start the server, on data made the first time; what a killed caller left behind is put right.

        Raises PostgresError with PostgreSQL's own words when it does not start.
        """
        self._initialise()
        self._see_off_predecessor()
        for _ in range(ATTEMPTS):
            if self._launch(_free_port()):
                return
            time.sleep(0.5)
        words = (self.folder / "log").read_text(errors="replace").splitlines()[-5:]
        raise PostgresError("\n".join(["PostgreSQL does not start. It says:", *words]))

    def stop(self) -> None:
        """Stop the server, without waiting for its clients."""
        if self._process is None:
            return
        for farewell in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            self._process.send_signal(farewell)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE)
                break

    def _choose_home(self) -> Path:
        # The password makes the key new for a fresh clone at an old path; the path makes it new for a copy.
        key = f"{self.folder} {self._password}"
        if (self.folder / "data").exists():
            return self.folder
        if not shelter(key, make=False).exists() and self._account.reaches(self.folder):
            return self.folder
        return shelter(key)

    def _initialise(self) -> None:
        for abandoned in self.home.glob("new-*"):
            shutil.rmtree(abandoned, ignore_errors=True)
        if self.data.exists():
            return
        with tempfile.TemporaryDirectory(dir=self.home, prefix="new-") as name:
            draft = Path(name)
            write_private(draft / "password", self._password)
            for path in (draft, draft / "password"):
                self._account.own(path)
            command = [self._programs / "initdb", "-D", draft / "data", "-U", ROLE, f"--pwfile={draft / 'password'}"]
            command += ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--data-checksums"]
            command += [] if self.fsync else ["--no-sync"]
            with stopping(
                self._account.spawn(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            ) as initdb:
                words, _ = initdb.communicate()
            if initdb.returncode != 0:
                raise PostgresError(f"PostgreSQL cannot make its data folder. It says:\n{words.strip()}")
            (draft / "data").rename(self.data)  # only when complete: an interrupted attempt leaves no half data

    def _see_off_predecessor(self) -> None:
        note = self.data / "postmaster.pid"
        deadline = time.monotonic() + PATIENCE
        while note.exists() and time.monotonic() < deadline:
            pid = int((note.read_text().split() or ["0"])[0])
            if str(self.data) not in command_line(pid):  # the number may have gone to a stranger since
                note.unlink(missing_ok=True)
                return
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGINT)
            time.sleep(0.1)

    def _launch(self, port: int) -> bool:
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
        settings |= {} if self.fsync else QUICK
        command = [self._programs / "postgres", "-D", self.data, "-p", str(port)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        self.address = f"postgresql://{ROLE}:{self._password}@127.0.0.1:{port}"
        with (self.folder / "log").open("wb") as log:
            self._process = self._account.spawn(command, stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < deadline:
            with suppress(psycopg2.OperationalError):
                psycopg2.connect(f"{self.address}/postgres", connect_timeout=5).close()
                return True
            time.sleep(0.05)
        self.stop()
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
