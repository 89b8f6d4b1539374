"""Whatever is done is done whole or not at all: the process that does it is killed in the middle, at any statement."""

import pytest
from wagtail.models import Page

from sesec_portal.operations.jobs import queue
from sesec_portal.operations.verification import checks
from tests.seams.processes import COMMITTED, KILLS, steps_of

DEEDS = [
    "page",
    "address",
    "approval",
    "translation",
    "priority_revision",
    "decision",
    "schedule",
    "bulk_publish",
    "succession",
    "bin",
    "upload",
]


def places(steps, name):
    """Return where to kill: evenly along the deed, and last where its own commit is over, and nothing that follows.

    One kill alone comes after two thirds of every second deed, and after the commit of the others.
    """
    own = max(steps.split(COMMITTED), key=len)
    committed = steps.index(own) + len(own) + 1
    if KILLS == 1 and DEEDS.index(name) % 2 == 0:
        return [1 + len(steps) * 2 // 3]
    return [*(1 + committed * number // KILLS for number in range(1, KILLS)), committed]


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_whose_process_is_killed_took_place_as_a_whole_or_not_at_all(deeds, portal, told, name):
    prepare = getattr(deeds, name)
    prepared = prepare(0)
    queue.do_all()
    steps = steps_of(prepared.send)
    assert all(prepared.effects()), f"{prepared.effects()} after {steps}"

    for count, place in enumerate(places(steps, name), 1):
        prepared = prepare(count)
        addresses = ["/en/", "/zh-hans/", *(page.url for page in Page.objects.filter(live=True).order_by("-pk")[:4])]
        for address in addresses:
            portal.get(address)

        queue.do_all()
        steps_of(prepared.send, place)

        effects = prepared.effects()
        assert all(effects) or not any(effects), f"killed at {place} of {len(steps)}: {effects}"
        queue.do_all()
        assert not list(checks.problems()), f"killed at {place} of {len(steps)}"
        portal.generation.take_over()
        for address in addresses:
            assert portal.text(address) == portal.anew(address).body.decode(), f"{address}: killed at {place}"
        told.append(f"| {name} | {len(steps)} | {place} | {'everything' if all(effects) else 'nothing'} |")
