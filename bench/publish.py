"""An editor who publishes a text page again and again, and readers of two servers who look at once.

`python -m bench.publish <times> <address> <address>` prints as JSON: how long each publication took, the milliseconds
from its commit to the end of each reader's first fresh answer, and how many stale answers they got.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from bench.asking import Reader  # noqa: E402
from sesec_portal.home.models import StandardPage  # noqa: E402

PAGE = "/en/contact/"


def main(times, *origins):
    readers = [Reader(origin) for origin in origins]
    for reader in readers:
        reader.get(PAGE)
    published, fresh, stale, queries = [], [], 0, 0
    with ThreadPoolExecutor(len(readers)) as crowd:
        for number in range(int(times)):
            page = StandardPage.objects.get(locale__language_code="en", slug="contact")
            page.title = f"Edition {number}"
            begun = time.perf_counter()
            with CaptureQueriesContext(connection) as asked:
                page.save_revision().publish()
            done = time.perf_counter()
            published.append(1000 * (done - begun))
            queries = len(asked)
            looks = list(crowd.map(partial(_until, text=page.title, since=done), readers))
            fresh.append([1000 * wait for wait, _ in looks])
            stale += sum(old for _, old in looks)
    sys.stdout.write(json.dumps({"publish": published, "queries": queries, "fresh": fresh, "stale": stale}))


def _until(reader, text, since):
    """Return the seconds until a reader gets the text, and how many answers before it lacked it."""
    for stale in range(1000):
        _, _, body, _ = reader.get(PAGE)
        if text.encode() in body:
            return time.perf_counter() - since, stale
    sys.exit(f"{text} never appeared.")


if __name__ == "__main__":
    main(*sys.argv[1:])
