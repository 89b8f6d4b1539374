"""The web server of the image, as it is started there."""

import os
import signal
import time
from pathlib import Path

import pytest

from bench.asking import Reader
from bench.servers import serving
from tests.databases import environment_of

# Within these seconds a worker that died has to be replaced.
REPLACED = 20


@pytest.fixture
def server(own_database):
    """A server with one worker: its address, and its process."""
    with serving(environment_of(own_database), workers=1) as running:
        yield running


def workers_of(server):
    """Return the processes that a server has started to answer requests."""
    children = Path(f"/proc/{server.pid}/task").glob("*/children")
    pids = [int(pid) for file in children for pid in file.read_text().split()]
    return [pid for pid in pids if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()]


def answers(address):
    """Tell whether a server answers within the time that it may need to replace a worker."""
    until = time.monotonic() + REPLACED
    while time.monotonic() < until:
        try:
            return Reader(address).get("/livez")[0] == 200
        except OSError:
            time.sleep(0.1)
    return False


def test_workers_that_die_one_after_the_other_are_replaced_and_do_not_end_the_server(server):
    address, process = server
    for _death in range(3):
        before = workers_of(process)
        for worker in before:
            os.kill(worker, signal.SIGKILL)
        while set(workers_of(process)) & set(before):
            time.sleep(0.05)
        assert answers(address)
        assert process.poll() is None
