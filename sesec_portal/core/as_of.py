"""Registers as they stood on a day: `…/as-of/2016-05-01/` under the page of the register."""

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Self, TypeVar

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from sesec_portal.edtf import clock
from sesec_portal.edtf.dates import PartialDate

from .open_data import Register

E = TypeVar("E")

# A year, a month or a day, as RFC 3339 writes it; and as readers do: 2016年5月, 2016/5/1, 1.5.2016, May 2016.
_ASKED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*[-/.年]?\s*(?:([0-9]{1,2})\s*[-/.月]?\s*(?:([0-9]{1,2})\s*日?)?)?")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})[-/.])?([0-9]{1,2})[-/.]([0-9]{4})")
_IN_WORDS = re.compile(r"(?:([0-9]{1,2})\s+)?([a-z]{3,9})\.?,?\s+([0-9]{4})", re.IGNORECASE)

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
    """A page that can be read as of a day between 1 January 2000 and 31 December 2099, or of a month or year's last.

    The page renders as it always does, with the clock set to that day; templates print the rest from `as_of`.
    """

    registers: Callable[[], Iterable[Register]]

    def years_to_ask_about(self) -> range:
        """Return the years that have begun, by which a search leads to the page as it stood then."""
        return range(FIRST.year, clock.today().year + 1)

    @path("as-of/")
    def pick_day(self, request: HttpRequest) -> HttpResponse:
        """Send the reader to the day that is asked for; where none is, offer the dates on which something changed."""
        day = _as_written(request.GET.get("day", "").strip())
        if day and _read(day):
            return redirect(f"{self.url}as-of/{day}/")
        return self._no_such_day(request, day) if day else render(request, "core/pick_day.html", self._picking())

    def changes(self) -> list[tuple[int, list[tuple[str, PartialDate]]]]:
        """Return when its registers changed, until today: each year with its dates, the latest first.

        Each date, as exact as its source, comes with what to ask for: that day, month or year.
        """
        found = {when for register in self.registers() for when in register.changes()}
        dates = sorted(found, key=attrgetter("earliest", "latest", "text"), reverse=True)
        offered = [(_to_ask(when), when) for when in dates if FIRST <= when.earliest <= clock.today()]
        years = groupby((pair for pair in offered if pair[0]), key=lambda pair: pair[1].earliest.year)
        return [(year, list(of_year)) for year, of_year in years]

    @path("as-of/<str:day>/")
    def as_of(self, request: HttpRequest, day: str) -> HttpResponse:
        """Show the register as it stood on a day."""
        return self.answer_as_of(request, day, lambda as_of: self.render(request, context_overrides={"as_of": as_of}))

    def answer_as_of(self, request: HttpRequest, day: str, answer: Callable[[date], TemplateResponse]) -> HttpResponse:
        """Answer with the page that `answer` makes of a day, all of it made on that day.

        Arguments: the day, month or year as the reader wrote it (what is none gets a 404 that says what to type), and a
        function of the date that returns a TemplateResponse.
        """
        asked = _read(day)
        if not asked:
            return self._no_such_day(request, day)
        told = {"day_asked": day, "lies_ahead": asked > clock.today()}
        with clock.as_of(asked):
            response = answer(asked)
            response.context_data = {**(response.context_data or {}), **told}
            return response.render()

    def _no_such_day(self, request: HttpRequest, day: str) -> HttpResponse:
        return render(request, "core/pick_day.html", {**self._picking(), "day_asked": day}, status=404)

    def _picking(self) -> dict[str, object]:
        return {"page": self, "self": self, "first": FIRST, "last": LAST}


def _to_ask(when: PartialDate) -> str:
    """Return a date as a reader asks for it; a season as its year, and an empty text for what spans several years."""
    return when.plain or (str(when.earliest.year) if when.lies_in_one("year") else "")


def _as_written(text: str) -> str:
    """Return what a reader typed in the form of an address, where it can be read; else as it was typed."""
    if _ASKED.fullmatch(text):
        return text
    if found := _YEAR_FIRST.fullmatch(text):
        parts = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        parts = found.groups()[::-1]
    elif found := _IN_WORDS.fullmatch(text):
        months = [calendar.month_name[number].lower() for number in range(1, 13)]
        named = [number for number, name in enumerate(months, 1) if name.startswith(found[2].lower())]
        parts = (found[3], str(named[0]), found[1]) if len(named) == 1 else ()
    else:
        return text
    return "-".join(part.zfill(2) for part in parts if part) or text


def _read(text: str) -> date | None:
    """Return the day that a reader asks for, of a month or a year its last one; None where the text is none of them."""
    written = _ASKED.fullmatch(text)
    if not written:
        return None
    year, month, day = (int(part) if part else None for part in written.groups())
    if year is None or not FIRST.year <= year <= LAST.year or not 1 <= (month or 12) <= 12:
        return None
    last = calendar.monthrange(year, month or 12)[1]
    return date(year, month or 12, day or last) if 1 <= (day or last) <= last else None
