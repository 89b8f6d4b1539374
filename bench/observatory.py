"""MDN's HTTP Observatory over every kind of page, in both languages, and the admin's login: `make observatory`.

Its own scorer, run on this machine: nobody is told of the portal. Writes bench/results/observatory-<day>.json; a grade
below A+ is a failure.
"""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.portal import portal
from bench.programs import program
from sesec_portal.devserver.environment import ROOT, say
from tests.browser.places import LANGUAGES, PRIVATE, TYPES, VIEWS

RESULTS = ROOT / "bench" / "results"
# The Observatory does not grade a page that answers with a fault.
FAULTS = (VIEWS["missing page"], VIEWS["no such day"])
BEST = "A+"


def main():
    """Grade the pages; return the exit status, which is 1 where a grade is below A+."""
    node = shutil.which("node")
    if not node or os.geteuid():
        sys.exit("The Observatory needs Node, and ports 80 and 443 of this machine: run it as root, in a container.")
    places = [place for place in [*TYPES.values(), *VIEWS.values(), PRIVATE] if place not in FAULTS]
    addresses = ["localhost/", *(f"localhost/{language}/{place}" for language in LANGUAGES for place in places)]
    with TemporaryDirectory(prefix="observatory-") as folder:
        certificate, key = _certificate(folder)
        with portal(tls=(certificate, key)):
            graded = list(_grade(node, certificate, [*addresses, "localhost/admin/login/"]))
    file = RESULTS / f"observatory-{date.today()}.json"
    file.write_text(json.dumps(_report(graded), indent=1) + "\n", encoding="utf-8")
    worse = [page for page in graded if page["grade"] != BEST]
    say(f"{len(graded)} pages, {len(worse)} below {BEST}: {file.relative_to(ROOT)}")
    return bool(worse)


def _certificate(folder):
    certificate, key = f"{folder}/certificate.pem", f"{folder}/key.pem"
    make = [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    make += ["-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate]
    subprocess.run(make, check=True, capture_output=True)
    return certificate, key


def _grade(node, certificate, addresses):
    command = [node, Path(__file__).with_suffix(".mjs")]
    trusting = {**os.environ, "NODE_EXTRA_CA_CERTS": certificate}
    running = subprocess.run(
        command, env=trusting, input=json.dumps(addresses), stdout=subprocess.PIPE, text=True, check=True
    )
    for line in running.stdout.splitlines():
        page = json.loads(line)
        page["address"] = page["address"].removeprefix("localhost")
        say(f"{page['grade']:2} {page['score']} {page['address']}")
        for name, (result, points) in page["found"].items() if page["grade"] != BEST else []:
            say(f"       {points:4} {name}: {result}")
        yield page


def _report(graded):
    package = ROOT / "bench" / "node_modules" / "@mdn" / "mdn-http-observatory" / "package.json"
    return {
        "day": str(date.today()),
        "observatory": json.loads(package.read_text(encoding="utf-8"))["version"],
        "served": "production settings with TLS, gunicorn",
        "pages": [{name: page[name] for name in ("address", "grade", "score")} for page in graded],
        "tests of the front page": graded[0]["found"],
    }


if __name__ == "__main__":
    sys.exit(main())
