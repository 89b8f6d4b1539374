"""Registers as they stood on a day: `…/as-of/2016-05-01/` under the page of the register."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Self, TypeVar

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from sesec_portal.edtf import clock

E = TypeVar("E")

FIRST = date(2000, 1, 1)
LAST = date(2099, 12, 31)


class AsOfQuerySet(QuerySet):
    """Entries of a register that have a number and a day.

    Attribute: `day_field`, the name of the column with the earliest day that an entry's date can mean.
    """

    day_field: str

    def so_far(self) -> Self:
        """Leave out what came after the day asked about, if a day was asked about."""
        return self.filter(**{f"{self.day_field}__lte": clock.today()}) if clock.is_asked() else self

    def newest_first(self) -> Self:
        """Return the entries by day, the newest first and those without a day last; of one day by their numbers."""
        return self.order_by(F(self.day_field).desc(nulls_last=True), "-number")


def so_far(entries: Sequence[E], day_field: str) -> Sequence[E]:
    """Leave out of entries that have been read what AsOfQuerySet.so_far leaves out; `day_field` as there."""
    if not clock.is_asked():
        return entries
    return tuple(entry for entry in entries if (day := getattr(entry, day_field)) and day <= clock.today())


class AsOfMixin(RoutablePageMixin):
    """A page that can be read as of a day between 1 January 2000 and 31 December 2099.

    The page renders as it always does, with the clock set to that day; templates print the rest from `as_of`.
    """

    @path("as-of/")
    def pick_day(self, request: HttpRequest) -> HttpResponse:
        """Send the reader to the day that the date picker asks for."""
        day = request.GET.get("day", "")
        return redirect(f"{self.url}as-of/{day}/") if _read(day) else self._no_such_day(request, day)

    @path("as-of/<str:day>/")
    def as_of(self, request: HttpRequest, day: str) -> HttpResponse:
        """Show the register as it stood on a day."""
        return self.answer_as_of(request, day, lambda as_of: self.render(request, context_overrides={"as_of": as_of}))

    def answer_as_of(self, request: HttpRequest, day: str, answer: Callable[[date], TemplateResponse]) -> HttpResponse:
        """Answer with the page that `answer` makes of a day, all of it made on that day.

        Arguments: the day as the reader wrote it (one that is none gets a 404 that says what to type), and a function
        of the date that returns a TemplateResponse.
        """
        asked = _read(day)
        if not asked:
            return self._no_such_day(request, day)
        with clock.as_of(asked):
            return answer(asked).render()

    def _no_such_day(self, request: HttpRequest, day: str) -> HttpResponse:
        context = {"page": self, "self": self, "asked": day, "first": FIRST, "last": LAST}
        return render(request, "core/no_such_day.html", context, status=404)


def _read(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if len(text) == 10 and FIRST <= day <= LAST else None
