"""A page that is not in memory costs few queries, and never more than these."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from sesec_portal.pagecache.memo import memoized_for
from tests.places import BUDGETS, LANGUAGES, examples


def test_no_page_costs_more_queries_than_its_budget(client, sample):
    over = []
    for place, language in enumerate(LANGUAGES):
        budgets = {page.url: model.query_budget for model, page in examples(language).items()}
        budgets |= {f"/{language}/{view}": budget for view, budget in BUDGETS.items()}
        for address, budget in budgets.items():
            # What is the same on every page has been asked for by the page before.
            with memoized_for("one"):
                client.get(address)
                with CaptureQueriesContext(connection) as asked:
                    client.get(address)
            if len(asked) > budget[place]:
                over.append((address, len(asked), budget[place]))
    assert not over


def test_postgresql_compiles_nothing_that_it_is_asked(db):
    """What it takes for costly it would compile for seconds, as a feed, which asks for the summaries of every type."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)
