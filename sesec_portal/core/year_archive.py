"""Lists too long for one page: the page shows the latest entries, and all of them can be read year by year."""

from dataclasses import dataclass
from typing import Self

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear


@dataclass(frozen=True)
class Latest:
    """The first entries of a list, and the number of entries that it has in all."""

    entries: list
    total: int

    @classmethod
    def of(cls, entries: QuerySet, most: int) -> Self:
        """Return the first entries of a queryset, at most `most`; they are counted only where there are more."""
        first = list(entries[: most + 1])
        total = len(first) if len(first) <= most else entries.count()
        return cls(first[:most], total)

    @property
    def is_cut(self) -> bool:
        """Whether the list has more entries than these."""
        return self.total > len(self.entries)


def count_by_year(entries: QuerySet, day: str) -> dict[int, int]:
    """Return how many entries of a queryset each year has, as a dict, the latest year first; in one query.

    Argument: `day`, the name of the date by which an entry belongs to a year. Entries without that date are left out.
    """
    dated = entries.order_by().annotate(in_year=ExtractYear(day)).exclude(in_year=None)
    return dict(dated.values_list("in_year").annotate(Count("pk")).order_by("-in_year"))
