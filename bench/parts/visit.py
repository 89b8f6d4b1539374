"""A first visit in Chromium over a long, narrow line: what Europe's pages are to a reader in China."""

import statistics

from playwright.sync_api import sync_playwright

from bench.servers import nginx, serving
from tests.browser.chromium import CHROMIUM

from . import Figure

PAGES = {"front page": "/en/", "front page in Chinese": "/zh-hans/", "text": "/en/background/"}
# Lighthouse's "slow 4G": milliseconds there and back, and bytes a second.
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_LARGEST = """() => new Promise(tell => new PerformanceObserver(list => tell(list.getEntries().at(-1).startTime))
  .observe({type: "largest-contentful-paint", buffered: true}))"""


def measure(stage, effort):
    with (
        serving(stage.small) as (portal, _),
        nginx(portal, media=f"{stage.folder}/media", run=stage.small["RUN_DIR"]) as front,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, path in PAGES.items():
            visits = [_visit(browser, front + path) for _ in range(effort.rounds)]
            total, requests = visits[-1][:2]
            largest = statistics.median(visit[2] for visit in visits)
            figure = f"{total / 1000:.1f} kB, {requests} requests, LCP {largest / 1000:.2f} s"
            yield Figure("visit", f"first visit, 150 ms and 1.6 Mbit/s: {name}", figure)
        browser.close()


def _visit(browser, address):
    """Return the bytes, the requests and the largest contentful paint in milliseconds of a visit with empty hands."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    page.goto(address, wait_until="networkidle")
    largest = page.evaluate(_LARGEST)
    context.close()
    return sum(sizes), len(sizes), largest
