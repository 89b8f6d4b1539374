"""The days of which a report tells."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail import hooks


@dataclass(frozen=True)
class Period:
    """Days from a `first` to a `last`, both among them; a phase has a `key` and a `title` too.

    One that `goes_on` has no end on record: it is told of until today.
    """

    first: date
    last: date
    key: str = ""
    title: str = ""
    goes_on: bool = False

    @cached_property
    def in_words(self) -> str:
        said = _("%(first)s to today, %(last)s; no end is recorded") if self.goes_on else _("%(first)s to %(last)s")
        return said % {"first": date_format(self.first), "last": date_format(self.last)}

    def on(self, field: str) -> Q:
        """Return the condition that the day in a field is one of these."""
        return Q((f"{field}__range", (self.first, self.last)))

    def at(self, field: str) -> Q:
        """Return the condition that the instant in a field lies on one of these days, as Brussels has them."""
        return Q((f"{field}__gte", _begin(self.first)), (f"{field}__lt", _begin(self.last + timedelta(days=1))))


def offered() -> list[Period]:
    """Return the periods that the apps offer, in their order."""
    return [period for register in hooks.get_hooks("register_report_periods") for period in register()]


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_default_timezone())
