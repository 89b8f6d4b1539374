"""Whatever is done is done whole or not at all: the process that does it is killed in the middle, at any statement."""

import os
from threading import Event

import pytest
from wagtail.models import Page

from sesec_portal.operations.jobs import queue
from sesec_portal.operations.verification import checks
from tests.seams.processes import steps_of

# How often each deed is killed: a few times beside the other tests, more often by `make seams`.
KILLS = int(os.environ.get("SEAMS", 3))
DEEDS = ["page", "priority_revision", "decision", "schedule", "bulk_publish", "succession", "upload", "bin"]


def places(steps):
    """Return the steps at which to kill: just before and after the commit, and evenly before them."""
    evenly = [1 + steps * number // KILLS for number in range(KILLS)]
    return sorted({*evenly, steps})[-KILLS:]


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_whose_process_is_killed_took_place_as_a_whole_or_not_at_all(deeds, portal, name):
    prepare = getattr(deeds, name)
    prepared = prepare(0)
    queue.run_pending(Event())
    steps = steps_of(prepared.send)
    assert all(prepared.effects()), prepared.effects()

    for count, place in enumerate(places(steps), 1):
        prepared = prepare(count)
        addresses = ["/en/", "/zh-hans/", *(page.url for page in Page.objects.filter(live=True).order_by("-pk")[:4])]
        for address in addresses:
            portal.get(address)

        queue.run_pending(Event())
        steps_of(prepared.send, place)

        effects = prepared.effects()
        assert all(effects) or not any(effects), f"killed at {place} of {steps}: {effects}"
        queue.run_pending(Event())
        assert not list(checks.problems()), f"killed at {place} of {steps}"
        for address in addresses:
            assert portal.text(address) == portal.anew(address).body.decode(), f"{address}: killed at {place}"
