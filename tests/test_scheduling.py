"""What tests share is made once, however they are dealt out to the workers."""

from collections import defaultdict

from tests.scheduling import FIRST, ROOT, unit_of

SHARED = {"module", "package", "session"}
# Options of a program; each worker may have its own.
FREE = {"browser_type_launch_args"}


def test_tests_that_share_a_fixture_run_in_one_worker(request):
    units = defaultdict(set)
    for item in request.session.items:
        for name, definitions in item._fixtureinfo.name2fixturedefs.items():
            fixture = definitions[-1]
            if name not in FREE and fixture.scope in SHARED and fixture.baseid.startswith("tests/"):
                units[name, item.path if fixture.scope == "module" else fixture.baseid].add(unit_of(item.nodeid))

    assert not {fixture: found for fixture, found in units.items() if len(found) > 1}


def test_what_begins_is_there():
    assert all((ROOT / unit).exists() for unit in FIRST)
