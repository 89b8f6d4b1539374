"""What a page costs at 50,000 pages against what it costs at 50, each made anew, asked in turns."""

import re
import statistics
import subprocess
import sys

from bench.asking import Reader, anew
from bench.servers import serving
from sesec_portal.devserver.environment import ROOT
from tests.places import TYPES

from . import Figure, ratio

PAGES = 50_000
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
READERS = {
    **{_CAPITAL.sub(" ", name.removesuffix("Page")).lower(): f"/en/{place}" for name, place in TYPES.items()},
    "text in Chinese": "/zh-hans/privacy/",
    "search, common word": "/en/search/?q=standard",
    "search, rare word": "/en/search/?q=hydrogen",
    "search, no hit": "/en/search/?q=zeppelin",
    "open data": "/en/open-data/",
    "register as CSV": "/en/steering-committee/decisions.csv",
    "sitemap": "/sitemap.xml",
}
EDITORS = {
    "admin: front page": "/admin/",
    "admin: explorer": "/admin/pages/{home}/",
    "admin: search": "/admin/pages/search/?q=standard",
    "admin: decisions": "/admin/snippets/governance/decision/",
    "admin: seats": "/admin/snippets/governance/seat/",
}


def measure(stage, effort):
    sizes = [stage.small, stage.portal(PAGES)]
    with serving(sizes[0], workers=1) as (small, _), serving(sizes[1], workers=1) as (large, _):
        readers = [Reader(small), Reader(large)]
        editors = [_editor(origin, size) for origin, size in zip((small, large), sizes, strict=True)]
        for name, path in {**READERS, **EDITORS}.items():
            asked, path = (readers, anew(path)) if name in READERS else (editors, path)
            yield _figure(name, _in_turns(asked, path, 2 * effort.rounds + 1))


def _in_turns(pair, path, times):
    """Return of each of a pair the answer's status, bytes and milliseconds, the median of some after the first."""
    runs = [[], []]
    for _ in range(times + 1):
        for reader, found in zip(pair, runs, strict=True):
            status, _, body, seconds = reader.get(path)
            found.append((status, len(body), 1000 * seconds))
    return [(*found[-1][:2], statistics.median(run[2] for run in found[1:])) for found in runs]


def _figure(name, pair):
    (_, few, fast), (_, many, slow) = pair
    behind = {
        "at 50": f"{fast:.0f} ms, {few} bytes, status {pair[0][0]}",
        "at 50,000": f"{slow:.0f} ms, {many} bytes, status {pair[1][0]}",
        "bytes": ratio(many / few),
    }
    return Figure("growth", f"{name}: at 50,000 pages ÷ at 50", ratio(slow / fast), "≤ 1.2", behind)


def _editor(origin, environment):
    command = [sys.executable, "-m", "bench.editor"]
    told = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    EDITORS["admin: explorer"] = EDITORS["admin: explorer"].format(home=told.split()[1])
    return Reader(origin, Cookie=f"sessionid={told.split()[0]}")
