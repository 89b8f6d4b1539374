"""Every page through the Nu HTML Checker, the W3C's own: `make validate`. Needs Java, and npm to fetch the checker."""

import json
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote, urlsplit

from bench.portal import portal
from sesec_portal.devserver.environment import ROOT, say
from tests.browser.places import LANGUAGES, REFUSED, addresses

CHECKER = ROOT / "bench" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
FOLDER = ROOT / "var" / "validate"


def main():
    """Check every page of the sitemap and every other place, in both languages; return the exit status."""
    java = shutil.which("java")
    if not java:
        sys.exit("The checker needs Java. On Debian and Ubuntu: apt install default-jre-headless")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with portal() as origin:
        paths = {urlsplit(page).path for part in _listed(f"{origin}/sitemap.xml") for page in _listed(part)}
        for language in LANGUAGES:
            paths |= {address for address in addresses(language) if not address.endswith(REFUSED)}
        for path in sorted(paths):
            _file(path).write_text(_fetch(origin + path), encoding="utf-8")
    say(f"Checking {len(paths)} pages ...")
    command = [java, "-jar", CHECKER, "--format", "json", "--stdout", *sorted(FOLDER.glob("*.html"))]
    answer = subprocess.run(command, capture_output=True, text=True)
    found = json.loads(answer.stdout)["messages"]
    for message in found:
        kind = message.get("subType", message["type"])
        place = f"{Path(urlsplit(message.get('url', '')).path).name}:{message.get('lastLine', 0)}"
        say(f"{place} {kind}: {message['message']}\n    {message.get('extract', '').strip()}")
    say(f"{len(found)} findings.")
    return bool(found)


def _listed(sitemap):
    """Return the addresses in a sitemap: of other sitemaps, or of pages."""
    return re.findall("<loc>([^<]+)", _fetch(sitemap))


def _file(path):
    return FOLDER / f"{quote(path.strip('/'), safe='') or 'root'}.html"


def _fetch(address):
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.read().decode()


if __name__ == "__main__":
    sys.exit(main())
