"""Which tests run in the same worker, because they share something that takes long to make, and which begin."""

import re
from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parents[1]
# It has a portal of its own, so it need not wait for the readers in its folder.
APART = "tests/browser/test_an_editors_day.py"
# What takes longest begins, on the first worker, which makes the template of the databases; what needs none keeps the
# second worker busy until it is there. The short tests at the end fill up whichever worker is ahead.
FIRST = ["tests/browser", "tests/test_deployment.py", "tests/test_supply_chain.py", APART]
FIRST += ["tests/governance/test_disclosure.py", "tests/operations/backup/test_backup.py"]


class GroupScheduler(LoadScopeScheduling):
    """Deals out whole units, the long ones first.

    The marks of `--dist loadgroup` do half of it, but pytest 9.2 no longer shows them to pytest-xdist 3.8.
    """

    def _split_scope(self, nodeid):
        return unit_of(nodeid)

    def _assign_work_unit(self, node):
        self.workqueue.move_to_end(min(self.workqueue, key=_turn), last=False)
        super()._assign_work_unit(node)


def unit_of(nodeid):
    """Return what a test is kept together with.

    A folder, where its conftest.py makes something for the package or the session; a file, where that or the file
    itself makes something for the module; else the test is alone. What tests/conftest.py makes, each worker has.
    """
    file = nodeid.partition("::")[0]
    folder = file.rpartition("/")[0]
    kept = _scopes(f"{folder}/conftest.py") if "/" in folder else set()
    if kept & {"package", "session"} and file != APART:
        return folder
    return file if "module" in kept | _scopes(file) else nodeid


@cache
def _scopes(file):
    """Return the scopes of the fixtures that a file of tests defines."""
    path = ROOT / file
    return set(re.findall(r'@pytest\.fixture\(.*?scope="(\w+)"', path.read_text("utf-8"))) if path.exists() else set()


def _turn(unit):
    file = unit.partition("::")[0]
    return FIRST.index(file) if file in FIRST else len(FIRST) + ("::" in unit)
