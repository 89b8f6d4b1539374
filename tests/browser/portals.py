"""Whole portals, each served by a process of its own."""

import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

from tests.databases import ROOT, copy, environment_of


@contextmanager
def served(company):
    """Serve a portal made ready for "editors" or "readers" on a database called browser_<port>; give its address."""
    port = free_port()
    with copy(f"browser_{port}") as database, serving(database, port, company) as address:
        yield address


def free_port():
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def serving(database, port, company, days=0):
    """Serve a portal on a database, by a clock that is some days ahead; give its address."""
    command = [sys.executable, "-m", "tests.browser.serve", str(port), company, str(days)]
    server = subprocess.Popen(
        command, env=environment_of(database), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield _ready(f"http://127.0.0.1:{port}", server)
    finally:
        server.terminate()
        server.wait(20)


def _ready(address, server):
    for _ in range(3000):
        assert server.poll() is None, "the portal's server ended at once"
        try:
            with urllib.request.urlopen(f"{address}/livez", timeout=5):  # noqa: S310
                return address
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the portal's server does not answer")
