"""Each deed is killed once beside the other tests: in a process of its own, which has no threads yet."""

import os
import subprocess
import sys

from tests.databases import ROOT


def test_each_deed_is_done_whole_or_not_at_all(django_db_setup):
    ours = ("PYTEST_", "COV_", "COVERAGE_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    command = [sys.executable, "-m", "pytest", "tests/seams/test_killed.py", "-q", "-n", "0", "--show-capture=no"]

    done = subprocess.run(command, env={**environment, "SEAMS": "1"}, cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout[-3000:]
    assert "11 passed" in done.stdout
