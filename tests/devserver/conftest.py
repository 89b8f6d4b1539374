import shutil
import time

import pytest

from sesec_portal.devserver.postgres import EmbeddedPostgres


@pytest.fixture
def eventually():
    """Wait until `check()` is true; the test fails when it does not become so."""

    def wait(check, seconds=15):
        deadline = time.monotonic() + seconds
        while not check():
            assert time.monotonic() < deadline, "it did not happen in time"
            time.sleep(0.05)

    return wait


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a space in its path and a fresh database in it."""
    folder = tmp_path_factory.mktemp("the portal") / "var" / "post gres"
    with EmbeddedPostgres(folder, fsync=False) as server:
        home = server.home
    yield folder
    shutil.rmtree(home)  # for root it lies outside pytest's folder
