"""Load by wrk: several targets in turns, in one session, so that only their ratios need to be believed.

Figures of one machine drift with its other work. So each round runs every target, the rounds begin with another target
each time, and of each target the median counts.
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time

from .programs import program

# Tells the result in one line that a program can read.
_TELL = """
done = function(summary, latency, requests)
  local e = summary.errors
  local failed = e.connect + e.read + e.write + e.status + e.timeout
  io.write(string.format('RESULT {"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"errors":%d}\\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failed))
end
"""
# What a browser sends over HTTPS.
ENCODINGS = "gzip, deflate, br"


def compare(targets, *, seconds, rounds, connections=16):
    """Return for each target, by name, the medians of its runs: requests a second, p50 and p99 in milliseconds.

    Arguments: the targets as name and loopback address; how long a run lasts, and how many there are of each.
    Ends the program when a target answers with anything but success.
    """
    runs = {name: [] for name in targets}
    names = list(targets)
    for address in targets.values():
        _run(address, 1, connections)  # warm-up
    for turn in range(rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            time.sleep(0.3)
            runs[name].append(_run(targets[name], seconds, connections))
    return {
        name: {figure: statistics.median(run[figure] for run in found) for figure in ("rps", "p50", "p99")}
        | {"spread": [round(min(run["rps"] for run in found), 1), round(max(run["rps"] for run in found), 1)]}
        for name, found in runs.items()
    }


def _run(address, seconds, connections):
    if not address.startswith("http://127.0.0.1:"):
        raise ValueError(f"The load stays on this machine; {address} is another one.")
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_TELL)
        script.flush()
        command = [program("wrk"), "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", script.name]
        command += ["-H", f"Accept-Encoding: {ENCODINGS}", address]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = json.loads(re.search(r"^RESULT (.*)$", output, re.M)[1])
    if found["errors"]:
        sys.exit(f"{address} did not answer each request with success: {found}")
    seconds = found["microseconds"] / 1e6
    return {"rps": found["requests"] / seconds, "p50": found["p50"] / 1000, "p99": found["p99"] / 1000}
