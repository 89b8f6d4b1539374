"""The worker adds waiting views up, each of them once, whatever is cut off in between."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from sesec_portal.edtf import clock

from .models import DailySum, SummedFile
from .waiting import whole_files

# Any number that nothing else locks.
_LOCK = 2026_11_30
# So many lines are in memory at once.
_AT_ONCE = 10_000
_LINE = re.compile(r"(\d{10})(?:\.\d+)? (/[^\x00-\x20][^\x00-\x1f]*)\n")
_DOCUMENT = re.compile(r"/documents/(\d{1,18})/.")

# The column of a sum, and the key of a page or document.
Thing = tuple[str, int]


def sum_up() -> None:
    """Add the views of all files that are whole to the sums, and remove the files."""
    for file in whole_files():
        _sum_up_once(file)
        file.unlink(missing_ok=True)
    SummedFile.objects.exclude(name__in=[file.name for file in settings.VIEWS_DIR.glob("*.log")]).delete()


@transaction.atomic
def _sum_up_once(file: Path) -> None:
    # Until the end of the transaction, for another worker.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    if SummedFile.objects.filter(name=file.name).exists():
        return
    try:
        with file.open(encoding="utf-8", errors="replace") as lines:
            sums: Counter[tuple[date, Thing]] = Counter()
            while batch := list(islice(lines, _AT_ONCE)):
                sums.update(_known(batch))
    except FileNotFoundError:
        # Another worker was faster.
        return
    of_day: defaultdict[tuple[date, str], dict[int, int]] = defaultdict(dict)
    for (day, (column, key)), number in sums.items():
        of_day[day, column][key] = number
    for (day, column), numbers in of_day.items():
        DailySum.objects.add(day, column, numbers)
    SummedFile.objects.create(name=file.name)


def _known(lines: Iterable[str]) -> Counter[tuple[date, Thing]]:
    """Return how often what is a page or document by now was opened on which days; other lines say nothing."""
    views: Counter[tuple[date, str]] = Counter()
    for line in lines:
        if found := _LINE.fullmatch(line):
            views[clock.day_of(datetime.fromtimestamp(int(found[1]), UTC)), found[2]] += 1
    things = _things({path for _day, path in views})
    sums: Counter[tuple[date, Thing]] = Counter()
    for (day, path), number in views.items():
        if path in things:
            sums[day, things[path]] += number
    return sums


def _things(paths: Iterable[str]) -> dict[str, Thing]:
    """Return what is at these paths."""
    roots = {f"/{root.language_code}/": root.root_path for root in Site.get_site_root_paths()}
    at: dict[str, str] = {}
    keys: dict[str, int] = {}
    for path in paths:
        language, rest = path[: path.find("/", 1) + 1], path[path.find("/", 1) + 1 :]
        if document := _DOCUMENT.match(path):
            keys[path] = int(document[1])
        elif language in roots:
            at[path] = roots[language] + rest
    pages = dict(Page.objects.filter(url_path__in=at.values()).values_list("url_path", "pk"))
    documents = set(get_document_model().objects.filter(pk__in=keys.values()).values_list("pk", flat=True))
    return {
        **{path: ("page_key", pages[url_path]) for path, url_path in at.items() if url_path in pages},
        **{path: ("document_key", key) for path, key in keys.items() if key in documents},
    }
