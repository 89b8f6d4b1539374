"""A page that is not in memory costs few queries, and never more than these."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

# By address: in English, and in Chinese, where the pages to show of a list are one query more.
BUDGETS = {
    "": (12, 14),
    "phases/": (6, 8),
    "phases/sesec-iv/": (11, 15),
    "phases/sesec-iv/terms-of-reference/": (8, 10),
    "partners/": (7, 9),
    "partners/cen/": (10, 12),
    "steering-committee/": (13, 18),
    "steering-committee/decisions/": (7, 7),
    "steering-committee/meetings/2024/": (7, 9),
    "steering-committee/priorities/": (7, 9),
    "steering-committee/sample-meeting-2/": (8, 10),
    "steering-committee/priorities/sample-revision-2/": (10, 12),
    "background/": (5, 6),
    # Three of each begin, set up and end the transaction of the search.
    "search/": (8, 8),
    "search/?q=CEN": (11, 13),
    "open-data/": (10, 14),
    "sitemap/": (9, 9),
    "feeds/changes.atom": (8, 10),
    "no-such-page/": (9, 9),
}


@pytest.fixture
def sample(db, django_capture_on_commit_callbacks):
    """The made-up meetings and revisions, so that no list is empty."""
    with django_capture_on_commit_callbacks(execute=True):
        call_command("plant", sample=True, verbosity=0)


def test_no_page_costs_more_queries_than_its_budget(client, sample):
    over = []
    for place, budgets in BUDGETS.items():
        for language, budget in zip(("en", "zh-hans"), budgets, strict=True):
            address = f"/{language}/{place}"
            client.get(address)
            with CaptureQueriesContext(
                connection,
            ) as asked:
                client.get(address)
            if len(asked) > budget:
                over.append((address, len(asked), budget))
    assert not over
