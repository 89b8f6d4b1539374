"""What lasts from one date to another: its columns, its rules, and the questions asked of it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Self, TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import clock
from .constraints import ConstraintsBesideFields
from .dates import PartialDate
from .fields import EdtfField, bound

P = TypeVar("P", bound="Period")

EDTF_HELP = _("As exact as the source: 2018-04-12, 2018-04 or 2018. Add ~ for “about”, ? for “possibly”.")


class PeriodQuerySet(models.QuerySet):
    """The questions the portal asks about periods."""

    def on(self, day: date) -> Self:
        """Return the periods that may hold on that day; a date that nobody recorded counts as open."""
        started = Q(starts_earliest__isnull=True) | Q(starts_earliest__lte=day)
        not_over = Q(ends_latest__isnull=True) | Q(ends_latest__gte=day)
        return self.filter(started & not_over)


class Period(ConstraintsBesideFields):
    """Anything with a first and a last day, each as exact as its source, each perhaps not recorded."""

    starts_earliest, starts_latest = bound(), bound()
    starts = EdtfField(
        _("from"), earliest_field="starts_earliest", latest_field="starts_latest", blank=True, help_text=EDTF_HELP
    )
    ends_earliest, ends_latest = bound(), bound()
    ends = EdtfField(
        _("to"),
        earliest_field="ends_earliest",
        latest_field="ends_latest",
        blank=True,
        help_text=_("The last day, as exact as the source. Leave it empty while it lasts, or when nobody recorded it."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                condition=Q(ends_latest__isnull=True)
                | Q(starts_earliest__isnull=True)
                | Q(ends_latest__gte=F("starts_earliest")),
                violation_error_message=_("The end lies before the start."),
                violation_error_code="ends",
            ),
        ]

    def may_hold_on(self, day: date) -> bool:
        """Tell whether the period may hold on that day; a date that nobody recorded counts as open."""
        started = not self.starts or self.starts.earliest <= day
        return started and (not self.ends or day <= self.ends.latest)

    @property
    def is_over(self) -> bool:
        """Whether it certainly ended before the day that the page speaks of."""
        return bool(self.ends and self.ends.latest < clock.today())

    @property
    def ends_so_far(self) -> PartialDate | None:
        """The end; None while a reader asks about a day before it, on which nobody could know it."""
        return None if clock.is_asked() and self.ends and clock.today() < self.ends.earliest else self.ends

    def dates_written(self, write: Callable[[PartialDate], str]) -> str:
        """Return from when to when it lasts, as a phrase of the active language; `write` words a PartialDate."""
        return from_to(self.starts, self.ends_so_far, write)

    @property
    def dates_in_words(self) -> str:
        """From when to when it lasts, in plain words."""
        return self.dates_written(PartialDate.spelled_out)

    @property
    def dates_marked_up(self) -> SafeString:
        """From when to when it lasts, in HTML, each date in its `<time>`."""
        return SafeString(self.dates_written(PartialDate.marked_up))


class NoOverlap(ExclusionConstraint):
    """Lets PostgreSQL refuse two periods of one owner that certainly share a day.

    Arguments: the constraint's `name`, the fields it is kept `within` (say, the seat), and the error message.
    Two terms that meet in one year, each known to the year only, do not certainly overlap and are allowed.
    It is checked when a transaction commits, so that rows can be rearranged in one form; `NoOverlapForm` tells
    the editor before that, which is why a single row is not validated against rows that are about to change.
    """

    def __init__(self, *, name: str, within: Sequence[str] = (), **kwargs: object) -> None:
        if within:
            certain = Func(
                F("starts_latest"),
                F("ends_earliest"),
                template="(CASE WHEN starts_latest > ends_earliest THEN 'empty'::daterange "
                "ELSE daterange(starts_latest, ends_earliest, '[]') END)",
                output_field=DateRangeField(),
            )
            kwargs["expressions"] = [(field, RangeOperators.EQUAL) for field in within] + [
                (certain, RangeOperators.OVERLAPS)
            ]
            kwargs["deferrable"] = Deferrable.DEFERRED
        super().__init__(name=name, **kwargs)  # type: ignore[arg-type]  # handed on as they come

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Iterable[str] | None = None,
        using: str = "default",
    ) -> None:
        """Leave the check to the form, which sees all rows, and to the database."""


def from_to(starts: PartialDate | None, ends: PartialDate | None, write: Callable[[PartialDate], str]) -> str:
    """Return two dates (PartialDate or None) as a phrase of the active language; `write` words each of them."""
    if starts and starts == ends:
        return write(starts)
    if starts and ends:
        return gettext("%(starts)s to %(ends)s") % {"starts": write(starts), "ends": write(ends)}
    if starts:
        return gettext("from %(starts)s") % {"starts": write(starts)}
    if ends:
        return gettext("until %(ends)s") % {"ends": write(ends)}
    return gettext("dates not recorded")


def begun_last_by(day: date, periods: Iterable[P]) -> P | None:
    """Return the period that may have begun by that day and began last, whether it still holds or not; or None."""
    begun = [period for period in periods if not period.starts or period.starts.earliest <= day]
    return max(begun, key=lambda period: period.starts.earliest if period.starts else date.min, default=None)


def holding_on(day: date, periods: Iterable[P]) -> P | None:
    """Return the period that holds on that day, or None; of several that may hold, the one that began last."""
    return begun_last_by(day, (period for period in periods if period.may_hold_on(day)))


def certainly_overlap(one: Period, other: Period) -> bool:
    """Tell whether two periods certainly share a day; dates that nobody recorded count as open."""

    def begins_by_the_end(first: Period, second: Period) -> bool:
        return not first.starts or not second.ends or first.starts.latest <= second.ends.earliest

    def has_a_certain_day(period: Period) -> bool:
        return not period.starts or not period.ends or period.starts.latest <= period.ends.earliest

    return (
        begins_by_the_end(one, other)
        and begins_by_the_end(other, one)
        and has_a_certain_day(one)
        and has_a_certain_day(other)
    )
