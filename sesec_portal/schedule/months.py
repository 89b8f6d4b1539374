"""The months of a calendar: their weeks, which begin on Monday, and the months beside them."""

import re
from calendar import Calendar, monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils.formats import date_format

from sesec_portal.edtf.clock import today
from sesec_portal.moments.moment import FIRST, LAST

from .entries import Happening


@dataclass(frozen=True)
class Day:
    """A day of a calendar, with what happens on it."""

    date: date
    happenings: list[Happening]

    @property
    def is_today(self) -> bool:
        return self.date == today()


@dataclass(frozen=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the month that is written as 2026-11. Raises ValueError for what is none of FIRST to LAST."""
        parts = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
        if not parts or not FIRST <= int(parts[1]) <= LAST:
            raise ValueError(text)
        return cls(int(parts[1]), int(parts[2]))

    @classmethod
    def now(cls) -> Self:
        """Return the month it is in Brussels."""
        return cls(today().year, today().month)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    @property
    def previous(self) -> Self | None:
        """The month before; before the first there is none."""
        return self._beside(-1)

    @property
    def next(self) -> Self | None:
        """The month after; after the last there is none."""
        return self._beside(1)

    @property
    def name(self) -> str:
        return date_format(self.first, "YEAR_MONTH_FORMAT")

    def weeks(self, happenings: Iterable[Happening]) -> list[list[Day | None]]:
        """Return its weeks with what happens, from Monday to Sunday; None for a day of the month beside it."""
        on: dict[date, list[Happening]] = {}
        for each in happenings:
            on.setdefault(each.day, []).append(each)
        weeks = Calendar().monthdatescalendar(self.year, self.number)
        return [[Day(day, on.get(day, [])) if day.month == self.number else None for day in week] for week in weeks]

    def _beside(self, step: int) -> Self | None:
        year, number = divmod(self.year * 12 + self.number - 1 + step, 12)
        return type(self)(year, number + 1) if FIRST <= year <= LAST else None

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02}"
