"""Web servers under the portal: what each makes of readers, of slow clients, and of a worker's death.

Not a part of the table; docs/decisions/0007-server.md holds what it found: `make bench ARGS="servers"`. A server that
is not installed is left out.
"""

import os
import signal
import socket
import statistics
import time
from contextlib import ExitStack
from importlib.util import find_spec

from bench.asking import Reader, anew
from bench.load import compare
from bench.servers import PORTAL, serving

from . import Figure
from .start import memory, workers

_GUNICORN = ["gunicorn", PORTAL, "--bind", "0.0.0.0:8000", "--workers", "2", "--worker-tmp-dir", "/dev/shm"]  # noqa: S108
_GRANIAN = ["granian", f"{PORTAL}:application", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000"]  # noqa: S104
COMMANDS = {
    "gunicorn sync": _GUNICORN,
    "gunicorn gthread": [*_GUNICORN, "--threads", "4"],
    "granian": [*_GRANIAN, "--workers", "2", "--blocking-threads", "4", "--respawn-failed-workers"],
}
SLOW = 24


def measure(stage, effort):
    installed = {name: command for name, command in COMMANDS.items() if find_spec(command[0])}
    for what, path in (("cached", "/en/"), ("uncached", anew("/en/background/"))):
        with ExitStack() as stack:
            running = {
                name: stack.enter_context(serving(stage.small, command=command)) for name, command in installed.items()
            }
            targets = {name: origin + path for name, (origin, _) in running.items()}
            found = compare(targets, seconds=effort.seconds, rounds=effort.rounds)
            for name, run in found.items():
                yield Figure("servers", f"{name}: {what} pages", f"{run['rps']:.0f}/s, p99 {run['p99']:.1f} ms")
            for name, (_, server) in running.items():
                used = [memory(worker)[0] for worker in workers(server.pid)]
                yield Figure(
                    "servers", f"{name}: memory after {what} pages", f"{statistics.mean(used):.0f} MB a worker"
                )
    for name, command in installed.items():
        begun = time.perf_counter()
        with serving(stage.small, command=command, ready="/en/") as (origin, server):
            yield Figure("servers", f"{name}: cold start → first page", f"{time.perf_counter() - begun:.1f} s")
            yield Figure("servers", f"{name}: a reader beside {SLOW} slow clients", _beside_slow_clients(origin))
            yield Figure("servers", f"{name}: a worker is killed", _after_a_death(origin, server))


def _beside_slow_clients(origin):
    """Return how long a reader waits while others have begun a request each and do not go on."""
    address = origin.removeprefix("http://").split(":")
    with ExitStack() as stack:
        for _ in range(SLOW):
            client = stack.enter_context(socket.create_connection((address[0], int(address[1]))))
            client.sendall(b"GET /en/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        time.sleep(0.5)
        try:
            return f"{1000 * Reader(origin, timeout=10).get('/en/')[3]:.0f} ms"
        except OSError:
            return "no answer in 10 s"


def _after_a_death(origin, server):
    """Return what readers notice when one of the workers is killed, and whether there are two again."""
    os.kill(workers(server.pid)[0], signal.SIGKILL)
    failed, answered, until = 0, 0, time.monotonic() + 8
    while time.monotonic() < until:
        try:
            Reader(origin, timeout=2).get("/en/")
            answered += 1
        except OSError:
            failed += 1
        time.sleep(0.05)
    alive = len(workers(server.pid)) if server.poll() is None else 0
    return f"{failed} of {failed + answered} requests failed, then {alive} workers"
