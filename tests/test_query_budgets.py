"""A page that is not in memory costs few queries, and never more than these."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sesec_portal.pagecache.memo import memoized_for

# By address: in English, and in Chinese, where the pages to show of a list are one query more. What is the same on
# every page has been asked for by the page before.
BUDGETS = {
    "": (2, 2),
    "phases/": (2, 2),
    "phases/sesec-iv/": (6, 7),
    "phases/sesec-iv/terms-of-reference/": (3, 4),
    "partners/": (2, 2),
    "partners/cen/": (4, 5),
    "steering-committee/": (2, 2),
    "steering-committee/decisions/": (4, 4),
    "steering-committee/meetings/2024/": (4, 5),
    "steering-committee/priorities/": (3, 3),
    "steering-committee/sample-meeting-2/": (5, 6),
    "steering-committee/priorities/sample-revision-2/": (6, 8),
    "background/": (2, 3),
    # Three of each begin, set up and end the transaction of the search.
    "search/": (5, 5),
    "search/?q=CEN": (8, 10),
    "open-data/": (1, 1),
    "sitemap/": (1, 1),
    "feeds/changes.atom": (5, 5),
    "no-such-page/": (6, 6),
}


@pytest.fixture
def sample(db, django_capture_on_commit_callbacks):
    """The made-up meetings and revisions, so that no list is empty."""
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_starter_content", sample=True, verbosity=0)


def test_no_page_costs_more_queries_than_its_budget(client, sample):
    over = []
    for place, budgets in BUDGETS.items():
        for language, budget in zip(("en", "zh-hans"), budgets, strict=True):
            address = f"/{language}/{place}"
            with memoized_for("one"):
                client.get(address)
                with CaptureQueriesContext(connection) as asked:
                    client.get(address)
            if len(asked) > budget:
                over.append((address, len(asked), budget))
    assert not over
