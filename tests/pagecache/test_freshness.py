"""Whatever is changed, in whichever order, and however late it is: a reader never gets an old page.

FRESHNESS_STEPS and FRESHNESS_SEED make the walk longer and another one: `make freshness` walks 2,000 steps.
"""

import os
import random
import re
from datetime import datetime
from difflib import unified_diff
from zoneinfo import ZoneInfo

import time_machine

from tests.pagecache.random_edits import ADDRESSES, RandomEditor

STEPS = int(os.environ.get("FRESHNESS_STEPS", "8"))
SEED = int(os.environ.get("FRESHNESS_SEED", "2006"))
START = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Brussels"))
# A form of its own in every answer, so never the same twice.
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def test_what_a_reader_gets_is_what_would_be_made_now(portal):
    chance = random.Random(SEED)  # noqa: S311
    told, changed = {}, 0
    with time_machine.travel(START, tick=False) as clock:
        office = RandomEditor(chance)
        for step in range(STEPS):
            if step % 8 == 0:
                read = chance.sample(ADDRESSES, 2)
            done = [office.work()]
            if chance.random() < 0.3:
                office.wait(clock)
                done.append("time passes")
            for address in read:
                # A page made for this very request has a frame that may have been asked for earlier.
                given, made = _told(portal.get(address)), _told(portal.anew(address))
                assert given == made, f"seed {SEED}, step {step}, {address} after {done}:\n{_difference(given, made)}"
                changed += told.get(address, made) != made
                told[address] = made
    assert changed, "nothing that was read has changed, so nothing is proven"


def _told(answer):
    lines = TOKEN.sub("", answer.body.decode()).splitlines()
    return [str(answer.status), answer.headers.get("Location", ""), *lines]


def _difference(given, made):
    return "\n".join(unified_diff(given, made, "given", "made now", n=1, lineterm=""))
