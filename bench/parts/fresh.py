"""From publishing to the first fresh answer, on two web processes, and what publishing costs."""

import json
import statistics
import subprocess
import sys

from bench.servers import serving
from sesec_portal.devserver.environment import ROOT

from . import Figure


def measure(stage, effort):
    with stage.scratch("bench_publishing", like=stage.small) as url:
        environment = stage.production(url)
        with serving(environment, workers=1) as (one, _), serving(environment, workers=1) as (other, _):
            command = [sys.executable, "-m", "bench.publish", str(5 * effort.rounds), one, other]
            told = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found = json.loads(told.stdout)
    waits = [wait for pair in found["fresh"] for wait in pair]
    figure = f"{statistics.median(waits):.0f} ms, at most {max(waits):.0f} ms"
    behind = {"publications": len(found["fresh"]), "stale answers after the commit": found["stale"]}
    yield Figure("fresh", "publish → first fresh answer, two web processes", figure, "", behind)
    figure = f"{found['queries']} queries, {statistics.median(found['publish']):.0f} ms"
    yield Figure("fresh", "publishing a text page", figure)
