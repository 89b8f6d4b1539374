"""Dates as exact as their source, in EDTF (Extended Date/Time Format, ISO 8601-2:2019), for years from 1000 to 2999.

Supported, in the words of https://www.loc.gov/standards/datetime/:
- level 0, date: 2018-04-12, 2018-04, 2018;
- level 1, season: 2021-21 to 2021-24 for spring, summer, autumn and winter;
- level 1, unspecified digit(s) from the right: 201X, 20XX, 2018-XX, 2018-04-XX, 2018-XX-XX;
- level 1, qualification of a date (complete): ~, ? or % at the end of any of these.

Refused: times, intervals and their open ends, years of more than four digits or before year 0, and all of level 2.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from django.utils.dateformat import format as format_date
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy, pgettext
from edtf import parse_edtf

UNREADABLE = gettext_lazy(
    "This date cannot be read. Type it as exact as you know it: 2018, 2018-04 or 2018-04-12; 2021-21 for spring 2021 "
    "(22 is summer, 23 autumn, 24 winter); 201X for the 2010s. "
    "Add ~ for “about” (2021-04~) or ? for “possibly” (2021-04?)."
)
NO_SUCH_DAY = gettext_lazy("The calendar has no such day.")

# The form of each precision, the calendar included, in what the regular expressions of Python and PostgreSQL share.
_YEAR = "[12][0-9]{3}"
_LEAP_YEAR = "([12][0-9](0[48]|[2468][048]|[13579][26])|(1[26]|2[048])00)"
_MONTH = "(0[1-9]|1[0-2])"
_DAY_OF_ANY_YEAR = f"({_MONTH}-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
_FORMS = {
    "century": "[12][0-9]XX",
    "decade": "[12][0-9]{2}X",
    "year": f"{_YEAR}(-XX(-XX)?)?",
    "season": f"{_YEAR}-2[1-4]",
    "month": f"{_YEAR}-{_MONTH}(-XX)?",
    "day": f"({_YEAR}-{_DAY_OF_ANY_YEAR}|{_LEAP_YEAR}-02-29)",
}
_QUALIFIERS = "~?%"
# What is written as a day is, whether there is such a one or not.
_DAY_IN_FIGURES = re.compile(f"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}")

# What a date looks like, from its first letter to its last: the one definition, for `parse` and for the database.
GRAMMAR = f"({'|'.join(_FORMS.values())})[{_QUALIFIERS}]?"

# EDTF numbers the seasons of a year, winter last, and gives them no months. These are the meteorological seasons of the
# northern hemisphere, where Europe and China are: three full months each, winter from December to February (American
# Meteorological Society, Glossary of Meteorology, "winter"). As the last season of its year, winter ends in the next
# one; its name says both. By number: the first month, and the name.
_SEASONS = {
    "21": (3, gettext_lazy("spring %(year)s")),
    "22": (6, gettext_lazy("summer %(year)s")),
    "23": (9, gettext_lazy("autumn %(year)s")),
    "24": (12, gettext_lazy("winter %(year)s/%(next_year)s")),
}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day or less exactly, perhaps only about or possibly.

    Attributes: `text`, the EDTF as typed; `earliest` and `latest`, the first and last day it can mean;
    `precision`, what is known of it: one of "century", "decade", "year", "season", "month", "day" (an unspecified month
    or day is not known); `approximate` (EDTF ~) and `uncertain` (EDTF ?).
    """

    text: str
    earliest: date
    latest: date
    precision: str
    approximate: bool
    uncertain: bool

    def __str__(self) -> str:
        return self.text

    @property
    def plain(self) -> str | None:
        """The date as HTML's `<time datetime>` and schema.org can read it, without qualifier and unspecified parts.

        None for a season, a decade and a century: ISO 8601-1 has no form for them.
        """
        if self.precision in {"year", "month", "day"}:
            return _unqualified(self.text).replace("-XX", "")
        return None

    def lies_in_one(self, unit: Literal["month", "year"]) -> bool:
        """Tell whether all days that it can mean lie in one "month", or in one "year"."""
        length = {"year": 1, "month": 2}[unit]
        return self.earliest.timetuple()[:length] == self.latest.timetuple()[:length]

    def spelled_out(self) -> str:
        """Return the date in words of the active language, with the precision that it has."""
        words = _in_words(self)
        if self.approximate and self.uncertain:
            return gettext("possibly about %(date)s") % {"date": words}
        if self.approximate:
            return gettext("about %(date)s") % {"date": words}
        if self.uncertain:
            return gettext("possibly %(date)s") % {"date": words}
        return words

    def marked_up(self) -> str:
        """Return the date in words, in HTML's `<time>` where that can say it."""
        if not self.plain:
            return self.spelled_out()
        return format_html('<time datetime="{}">{}</time>', self.plain, self.spelled_out())


@lru_cache(maxsize=4096)
def parse(text: str) -> PartialDate:
    """Return the PartialDate that an EDTF text means.

    Arguments: a text of the forms that this module's docstring lists.
    Raises ValueError, with a sentence that tells what to type, for anything else.
    """
    if not re.fullmatch(GRAMMAR, text):
        raise ValueError(NO_SUCH_DAY if _DAY_IN_FIGURES.fullmatch(_unqualified(text)) else UNREADABLE)
    form, qualifier = _unqualified(text), text[-1]
    precision = next(name for name, known in _FORMS.items() if re.fullmatch(known, form))
    earliest, latest = _season(form) if precision == "season" else _bounds(form)
    return PartialDate(
        text=text,
        earliest=earliest,
        latest=latest,
        precision=precision,
        approximate=qualifier in {"~", "%"},
        uncertain=qualifier in {"?", "%"},
    )


def differ(dates: Iterable[PartialDate | None]) -> bool:
    """Tell whether some two of the dates cannot both be true; None among them says nothing.

    "2009" and "June 2009" agree, each as exact as its source; "May 2006" and "July 2006" differ.
    """
    known = [date for date in dates if date]
    return any(one.latest < other.earliest for one in known for other in known)


def _unqualified(text: str) -> str:
    return text.rstrip(_QUALIFIERS)


def _season(form: str) -> tuple[date, date]:
    """Return the first and the last day of a season."""
    year, (month, _) = int(form[:4]), _SEASONS[form[5:]]
    next_season = date(year, month + 3, 1) if month < 12 else date(year + 1, 3, 1)
    return date(year, month, 1), next_season - timedelta(days=1)


def _bounds(form: str) -> tuple[date, date]:
    """Return the first and the last day that anything but a season can mean."""
    known = parse_edtf(form)
    return date(*known.lower_strict()[:3]), date(*known.upper_strict()[:3])


def _in_words(partial_date: PartialDate) -> str:
    """Return a date in words of the active language, without its qualifier."""
    form, day = _unqualified(partial_date.text), partial_date.earliest
    if partial_date.precision == "day":
        return date_format(day, "DATE_FORMAT")
    if partial_date.precision == "season":
        return _SEASONS[form[5:]][1] % {"year": day.year, "next_year": day.year + 1}
    if partial_date.precision in {"decade", "century"}:
        return _years_in_words(partial_date)
    if partial_date.precision == "month":
        words = date_format(day, "YEAR_MONTH_FORMAT")
    else:
        words = format_date(day, pgettext("date format for a year alone", "Y"))
    # 2018-XX says that there was a month, and that the record does not give it; 2018 leaves open whether there was.
    if form.endswith("-XX-XX") or (form.endswith("-XX") and partial_date.precision == "month"):
        return gettext("%(date)s (day not recorded)") % {"date": words}
    if form.endswith("-XX"):
        return gettext("%(date)s (month not recorded)") % {"date": words}
    return words


def _years_in_words(partial_date: PartialDate) -> str:
    first, last = partial_date.earliest.year, partial_date.latest.year
    # "The 2000s" could be ten years or a hundred, and the 21st century began in 2001: only other decades have a name.
    if partial_date.precision == "decade" and first % 100:
        return gettext("the %(year)ss") % {"year": first}
    return gettext("some time in %(first)s–%(last)s") % {"first": first, "last": last}
