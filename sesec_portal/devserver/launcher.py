"""The commands behind `make run`, `make test` and `make manage`."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping

from .account import PostgresError
from .children import background, exit_status, foreground
from .environment import ROOT, environment_for, say

MANAGE = [sys.executable, ROOT / "manage.py"]
USAGE = "Usage: python -m sesec_portal.devserver run | test [pytest arguments] | manage <arguments>"

TRANSLATIONS = ("Compiling the translations", ["compile_catalogues"])
PREPARATION = [
    TRANSLATIONS,
    ("Migrating the database", ["migrate", "--no-input", "--verbosity=0"]),
    ("Loading the starter content if there is none", ["load_starter_content", "--if-empty"]),
    ("Looking after the demo accounts", ["create_demo_accounts"]),
]


class Failed(Exception):
    """A command cannot go on: a sentence about it, and the exit status."""

    def __init__(self, message: str, status: int = 1):
        super().__init__(message)
        self.status = status


def main(arguments: list[str]) -> int:
    """Do what the command line asks for and return the exit status; 0 when a run was stopped by Ctrl-C."""
    command, *rest = arguments or [""]
    signal.signal(signal.SIGINT, _interrupt)
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup
            signal.signal(number, _interrupt)
    try:
        match command:
            case "run" if not rest:
                return run()
            case "test":
                return test(rest)
            case "manage":
                return manage(rest)
            case _:
                raise Failed(USAGE, 2)
    except KeyboardInterrupt:
        say("Stopped.")
        return 0 if command == "run" else exit_status(-signal.SIGINT)
    except (Failed, PostgresError) as error:
        sys.stdout.flush()
        sys.stderr.write(f"{error}\n")
        return getattr(error, "status", 1)


def run() -> int:
    """Serve the site on 127.0.0.1 until the web server ends; return its exit status."""
    port = free_port(os.environ.get("PORT") or "8000")
    with environment_for("development", "postgres") as environment:
        for message, command in PREPARATION:
            step(message, command, environment)
        address = f"http://127.0.0.1:{port}/"
        say(f"\nThe portal: {address}\nThe admin:  {address}admin/\nCtrl-C stops everything.\n")
        options = {"cwd": ROOT, "env": environment}
        with (
            background([*MANAGE, "worker"], **options) as worker,
            background([*MANAGE, "runserver", f"127.0.0.1:{port}"], **options) as web,
        ):
            return watch(web, worker)


def test(arguments: list[str]) -> int:
    """Run pytest with `arguments` on a database cluster of its own; return its exit status."""
    with environment_for("test", "test-postgres", fsync=False) as environment:
        step(*TRANSLATIONS, environment)
        return foreground([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment)


def manage(arguments: list[str]) -> int:
    """Run `manage.py` with `arguments` on the development database; return its exit status."""
    with environment_for("development", "postgres", quiet=True) as environment:
        return foreground([*MANAGE, *arguments], cwd=ROOT, env=environment)


def free_port(text: str) -> int:
    """Return the port that `text` names; Failed says so if it is no port, or not ours to take."""
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise Failed(f"PORT is {text!r}, but it must be a number from 1 to 65535, for example: PORT=8001 make run")
    port = int(text)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            reason = "may not be used by this account" if isinstance(error, PermissionError) else "is already in use"
            other = 8002 if port == 8001 else 8001
            raise Failed(f"Port {port} {reason}. Choose another one, for example: PORT={other} make run") from None
    return port


def step(message: str, command: list[str], environment: Mapping[str, str]) -> None:
    """Run one `manage.py` command; Failed carries its status when it does not succeed."""
    say(f"{message} ...")
    with background([*MANAGE, *command], cwd=ROOT, env=environment) as child:
        status = exit_status(child.wait())
    if status:
        raise Failed(f"manage.py {command[0]} failed with status {status}; everything is stopped.", status)


def watch(web: subprocess.Popen, worker: subprocess.Popen) -> int:
    """Wait until the web server ends and return its status; say so if the worker ends before it."""
    worker_lives = True
    while web.poll() is None:
        if worker_lives and worker.poll() is not None:
            worker_lives = False
            say("The worker has stopped, so nothing is published on schedule until the next start.")
        time.sleep(0.2)
    status = exit_status(web.returncode)
    say(f"The web server has ended with status {status}; everything is stopped.")
    return status


def _interrupt(*_):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: None)  # stopping has begun; a second Ctrl-C must not cut it short
    raise KeyboardInterrupt
