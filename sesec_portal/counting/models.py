"""What is kept of views: one sum a day for each page and each document."""

from collections.abc import Mapping
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q, Sum


class DailySumQuerySet(models.QuerySet):
    """The questions the portal asks about views."""

    def between(self, first: date, last: date) -> Self:
        """Return the sums of the days from one to another, both among them."""
        return self.filter(day__range=(first, last))

    def of_pages(self) -> dict[int, int]:
        """Return how often each page was opened, by its primary key."""
        return self._by("page_key")

    def of_documents(self) -> dict[int, int]:
        """Return how often each document was opened, by its primary key."""
        return self._by("document_key")

    def add(self, day: date, column: str, numbers: Mapping[int, int]) -> None:
        """Add to the sums of a day. `column` says whether the `numbers` are by the key of pages or of documents."""
        there = DailySum.objects.filter(day=day, **{f"{column}__in": numbers})
        sums: dict[int, DailySum] = {getattr(each, column): each for each in there}
        for key, number in numbers.items():
            sums.setdefault(key, DailySum(day=day, number=0, **{column: key})).number += number
        DailySum.objects.bulk_create(
            sums.values(),
            update_conflicts=True,
            unique_fields=["day", "page_key", "document_key"],
            update_fields=["number"],
        )

    def _by(self, column: str) -> dict[int, int]:
        sums = self.exclude(**{column: None}).order_by().values_list(column)
        return dict(sums.annotate(sum=Sum("number")).values_list(column, "sum"))


class DailySum(models.Model):
    """How often a page or a document was opened on a day.

    The keys are no foreign keys: a sum outlives what it counts, and what comes back out of the bin has its key again.
    """

    day = models.DateField(editable=False)
    page_key = models.BigIntegerField(null=True, editable=False)
    document_key = models.BigIntegerField(null=True, editable=False)
    number = models.PositiveBigIntegerField(editable=False)

    objects = models.Manager.from_queryset(DailySumQuerySet)()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="daily_sum_is_of_one",
                condition=Q(page_key=None, document_key__isnull=False) | Q(page_key__isnull=False, document_key=None),
            ),
            models.UniqueConstraint(
                name="daily_sum_once", fields=["day", "page_key", "document_key"], nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.number}"


class SummedFile(models.Model):
    """That the lines of a file are in the sums; kept until the file is gone."""

    name = models.CharField(max_length=255, unique=True, editable=False)

    def __str__(self) -> str:
        return self.name
