"""A whole portal, served on a copy of the planted database, and a real browser to use it with."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from tests.browser.chromium import CHROMIUM, FLAGS
from tests.databases import ROOT, copy, run_manage, url_of

PASSWORD = "a-password-for-tests"
ACCOUNTS = f"""
from django.contrib.auth.models import Group, User
for name, group in [("editor", "Editors"), ("publisher", "Publishers"), ("admin", "Administrators")]:
    User.objects.create_user(name, name + "@example.org", "{PASSWORD}").groups.add(Group.objects.get(name=group))
"""


def pytest_collection_modifyitems(config, items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    """The address of a portal of this module's own, with the accounts editor, publisher and admin."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with copy(f"browser_{port}") as database:
        run_manage("shell", "-c", ACCOUNTS, database=database)
        surroundings = {
            **os.environ,
            "DATABASE_URL": url_of(database),
            "DJANGO_SETTINGS_MODULE": "sesec_portal.settings.test",
            "RUN_DIR": str(tmp_path_factory.mktemp("run")),
        }
        command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
        server = subprocess.Popen(
            command, env=surroundings, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield _ready(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()
            server.wait(20)


def _ready(address, server):
    for _ in range(300):
        assert server.poll() is None, "the portal's server ended at once"
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):  # noqa: S310
                return address
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the portal's server does not answer")
