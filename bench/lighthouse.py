"""Lighthouse over every kind of page, in both languages, as a phone and as a desktop: `make lighthouse`.

Writes bench/results/lighthouse-<day>.json and says what falls short of 100. Pages that search engines are asked to
leave out (`noindex`) are not measured for being found.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from bench.portal import portal
from sesec_portal.devserver.environment import ROOT, say
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.browser.places import LANGUAGES, PRIVATE, STATES, TYPES, VIEWS

RESULTS = ROOT / "bench" / "results"
# And no page that answers with a fault, which Lighthouse does not measure.
LEFT_OUT_OF_INDEXES = [VIEWS["comparison"], VIEWS["search with results"], *STATES.values(), PRIVATE]
BEING_FOUND = ["is-crawlable", "meta-description"]
FORMS = ["mobile", "desktop"]


def main():
    """Measure the pages; return the exit status, which is 1 where a score is under 100."""
    node = shutil.which("node")
    if not node or not CHROMIUM:
        sys.exit("Lighthouse needs Node and Chromium. On Debian and Ubuntu: apt install nodejs npm chromium")
    with portal() as origin:
        pages = [
            {"url": f"{origin}/{language}/{place}", "form": form, "skip": skip}
            for form in os.environ.get("FORM", " ".join(FORMS)).split()
            for language in LANGUAGES
            for place, skip in _places()
        ]
        measured = list(_measure(node, pages))
    file = RESULTS / f"lighthouse-{date.today()}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(_report(node, measured), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    short = [page for page in measured if _falls_short(page)]
    say(f"{len(measured)} measurements, {len(short)} short of 100: {file.relative_to(ROOT)}")
    return bool(short)


def _places():
    indexed = [*TYPES.values(), VIEWS["open data"]]
    return [(place, []) for place in indexed] + [(place, BEING_FOUND) for place in LEFT_OUT_OF_INDEXES]


def _measure(node, pages):
    command = [node, Path(__file__).with_suffix(".mjs"), CHROMIUM, *FLAGS]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        running.stdin.write(json.dumps(pages))
        running.stdin.close()
        for line in running.stdout:
            page = json.loads(line)
            page["url"] = urlsplit(page["url"])._replace(scheme="", netloc="").geturl()
            say(f"{page['form']:8} {' '.join(str(score) for score in page['scores'].values())}  {page['url']}")
            for reason in page["lost"] if _falls_short(page) else []:
                say(f"         {reason}")
            yield page
    if running.returncode:
        sys.exit("Lighthouse ended before its time.")


def _falls_short(page):
    return bool(page.get("error")) or any(score != 100 for score in page["scores"].values())


def _report(node, measured):
    """Return the figures with all that they depend on."""
    pages = []
    for page in measured:
        entry = {"address": page["url"], "form": page["form"], **page["scores"]}
        if _falls_short(page):
            entry["lost"] = page["lost"] + ([page["error"]] if page.get("error") else [])
        pages.append(entry)
    return {
        "day": str(date.today()),
        "lighthouse": measured[0]["lighthouse"],
        "chromium": _version([CHROMIUM, "--version"]),
        "node": _version([node, "--version"]),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "counted": "the best of up to three tries",
        "served": "production settings without TLS, granian with 2 workers of 4 threads, files compressed",
        "pages": pages,
    }


def _version(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
