"""Pages made anew for each request against a minimal Wagtail page, on the same database server and web server."""

import subprocess
import sys

from bench.asking import anew
from bench.load import compare
from bench.servers import serving
from sesec_portal.devserver.environment import ROOT

from . import Figure, rates, ratio

PAGES = {
    "front page": "/en/",
    "phases": "/en/phases/",
    "phase": "/en/phases/sesec-iv/",
    "terms of reference": "/en/phases/sesec-iv/terms-of-reference/",
    "partners": "/en/partners/",
    "partner": "/en/partners/cen/",
    "committee": "/en/steering-committee/",
    "decisions of a year": "/en/steering-committee/decisions/",
    "meeting": "/en/steering-committee/sample-meeting-2/",
    "priorities": "/en/steering-committee/priorities/",
    "revision": "/en/steering-committee/priorities/sample-revision-2/",
    "text": "/en/background/",
    "open data": "/en/open-data/",
    "sitemap": "/en/sitemap/",
    "search": "/en/search/?q=CEN",
}


def measure(stage, effort):
    with stage.scratch("bench_plain") as url:
        plain = {**stage.small, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "bench.plain.settings"}
        subprocess.run([sys.executable, "-m", "bench.plain.fill"], cwd=ROOT, env=plain, check=True)
        with (
            serving(stage.small) as (ours, _),
            serving(plain, application="bench.plain.wsgi", ready="/blog/") as (theirs, _),
        ):
            targets = {name: ours + anew(path) for name, path in PAGES.items()} | {"minimal Wagtail": f"{theirs}/blog/"}
            found = compare(targets, seconds=effort.seconds, rounds=effort.rounds, connections=8)
    for name in PAGES:
        figure = ratio(found[name]["rps"] / found["minimal Wagtail"]["rps"])
        what = f"uncached {name} ÷ minimal Wagtail page, requests a second"
        yield Figure("uncached", what, figure, "≥ 2", rates({each: found[each] for each in (name, "minimal Wagtail")}))
