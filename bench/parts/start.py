"""How long a server takes from its start to the first page, and what memory its processes take."""

import shutil
import statistics
import time
from pathlib import Path

from bench.load import compare
from bench.servers import serving

from . import Figure

PATHS = ("/en/", "/zh-hans/", "/en/phases/", "/en/partners/", "/en/steering-committee/", "/en/search/?q=SESEC")


def measure(stage, effort):
    took = []
    for _ in range(effort.rounds):
        shutil.rmtree(stage.small["RUN_DIR"], ignore_errors=True)
        begun = time.perf_counter()
        with serving(stage.small, ready="/en/"):
            took.append(time.perf_counter() - begun)
    yield Figure("start", "cold start → first page", f"{statistics.median(took):.1f} s")
    with serving({**stage.small, "PAGE_MEMORY": "0"}) as (origin, server):
        for path in PATHS:
            # Under some load, so that each of the workers answers.
            compare({path: origin + path}, seconds=1, rounds=1)
        found = [memory(worker) for worker in workers(server.pid)]
    figure = f"{statistics.mean(resident for resident, _ in found):.0f} MB"
    behind = {
        "each worker": ", ".join(
            f"{resident:.0f} MB resident, {share:.0f} MB proportional" for resident, share in found
        )
    }
    yield Figure("start", "memory of a worker, resident", figure, "", behind)


def workers(parent):
    """Return the process numbers of a server's workers: its children that have none themselves."""
    return [worker for child in _children(parent) for worker in (workers(child) if _children(child) else [child])]


def memory(process):
    """Return what a process takes of the memory in megabytes: all of it, and with what it shares divided."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    kilobytes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
    return kilobytes["Rss"] / 1024, kilobytes["Pss"] / 1024


def _children(parent):
    tasks = Path(f"/proc/{parent}/task").iterdir()
    below = [child for task in tasks for child in (task / "children").read_text().split()]
    # Python's own helper process does not serve.
    return [int(child) for child in below if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()]
