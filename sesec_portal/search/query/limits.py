"""How much of what was found is looked at, so that a word that stands everywhere costs little more than a rare one.

Of pages of text and of documents a portal may have any number; entries of its registers are few, and are all counted.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from ..models import SearchEntryQuerySet
from .kinds import kinds

MOST_TEXTS = 1000
# One statement that reads: what could be taken for a write would begin a new generation of all pages.
_BY_INDEX = "SELECT set_config('enable_seqscan', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)"


def registers() -> list[str]:
    """Return the names of the kinds of which a search counts all there are; those of all others are texts."""
    return [kind.name for kind in kinds().values() if kind.counts_all]


def looked_at(entries: QuerySet) -> list[QuerySet]:
    """Return querysets of those search entries that are looked at: all of registers, 1,001 of texts.

    Argument: entries of one language. Where there are more than 1,000 texts, PostgreSQL chooses.
    """
    parts = entries.filter(kind__in=registers()), entries.exclude(kind__in=registers())
    return [part[: MOST_TEXTS + 1] for part in parts]


def translated(entries: SearchEntryQuerySet, key: Combinable) -> QuerySet:
    """Return a subquery for the one among these entries that is a translation of another, by that one's key.

    To be compared with NULL. Of EXISTS PostgreSQL would make a list of all entries first.
    """
    return entries.order_by().filter(translation_key=key).values("pk")[:1]


@contextmanager
def by_index() -> Iterator[None]:
    """Have PostgreSQL find by its indexes whatever is asked inside.

    It takes looking for a word in a text for as cheap as comparing two numbers, and so would rather read all texts.
    Or it overrates what there is to do, and calls workers, which takes longer than to answer.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_BY_INDEX)
        yield
