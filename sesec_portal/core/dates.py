"""Dates as exact as their source, in EDTF (ISO 8601-2:2019, Extended Date/Time Format, levels 0 and 1)."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.dateformat import format as format_date
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy, pgettext
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

UNREADABLE = gettext_lazy(
    "This date cannot be read. Type it as exact as you know it: 2018, 2018-04 or 2018-04-12. "
    "Add ~ for “about” (2021-04~) or ? for “possibly” (2021-04?)."
)

_FORM = re.compile(r"(?P<year>[12]\d{3})(-(?P<month>0[1-9]|1[0-2])(-(?P<day>\d\d))?)?(?P<qualifier>[~?%])?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day, perhaps only about or possibly.

    Attributes: `text`, the EDTF as typed; `earliest` and `latest`, the first and last day it can mean;
    `precision`, one of "year", "month", "day"; `approximate` (EDTF ~) and `uncertain` (EDTF ?).
    """

    text: str
    earliest: date
    latest: date
    precision: str
    approximate: bool
    uncertain: bool

    def __str__(self):
        return self.text

    @property
    def plain(self):
        """The date without its qualifier: what HTML's `<time datetime>` and schema.org can read."""
        return self.text.rstrip("~?%")

    def spelled_out(self):
        """Return the date in words of the active language, with the precision that it has."""
        if self.precision == "day":
            words = date_format(self.earliest, "DATE_FORMAT")
        elif self.precision == "month":
            words = date_format(self.earliest, "YEAR_MONTH_FORMAT")
        else:
            words = format_date(self.earliest, pgettext("date format for a year alone", "Y"))
        if self.approximate and self.uncertain:
            return gettext("possibly about %(date)s") % {"date": words}
        if self.approximate:
            return gettext("about %(date)s") % {"date": words}
        if self.uncertain:
            return gettext("possibly %(date)s") % {"date": words}
        return words

    def marked_up(self):
        """Return the date in words in HTML's `<time>`."""
        return format_html('<time datetime="{}">{}</time>', self.plain, self.spelled_out())


@lru_cache(maxsize=4096)
def parse(text):
    """Return the PartialDate that an EDTF text means.

    Arguments: a year, month or day between 1000 and 2999, with an optional qualifier ~, ? or %.
    Raises ValueError, with a sentence that tells what to type, for anything else.
    """
    form = _FORM.fullmatch(text)
    if not form:
        raise ValueError(UNREADABLE)
    try:
        bounds = parse_edtf(text)
        earliest, latest = (date(*bound[:3]) for bound in (bounds.lower_strict(), bounds.upper_strict()))
    except (EDTFParseException, ValueError) as error:
        raise ValueError(UNREADABLE) from error
    return PartialDate(
        text=text,
        earliest=earliest,
        latest=latest,
        precision="day" if form["day"] else "month" if form["month"] else "year",
        approximate=form["qualifier"] in {"~", "%"},
        uncertain=form["qualifier"] in {"?", "%"},
    )


def differ(dates):
    """Tell whether some two of the dates cannot both be true; None among them says nothing.

    "2009" and "June 2009" agree, each as exact as its source; "May 2006" and "July 2006" differ.
    """
    known = [date for date in dates if date]
    return any(one.latest < other.earliest for one in known for other in known)
