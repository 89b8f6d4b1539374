"""A text as a number of a standard or a notice, or what is wrong with it."""

import re
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sesec_portal.edtf.clock import today as civil_today

from . import chinese, classifications, european, international, notices
from .number import Form, MalformedNumber, Number
from .signs import normalised, without_all_parts

# The first whose pattern fits has it; of those that claim what fits none the first refuses it.
FORMS = (*chinese.FORMS, *notices.FORMS, *classifications.FORMS, *european.FORMS, *international.FORMS)


def recognise(text: str, today: date | None = None) -> Number:
    """Return the number that a text is, with its family and its canonical form.

    What is of no family known here is accepted as it was typed, since foreign bodies number in ways of their own.

    Arguments: `text`, as somebody typed it; `today`, for the years that can be, by default the day of the clock.

    Raises MalformedNumber for what claims to be of a family and is not written as its numbers are, or has a year after
    the next one.
    """
    plain, all_parts = without_all_parts(normalised(text))
    for form in FORMS:
        if found := form.pattern.fullmatch(form.tidied(plain)):
            return _number(form, found, text, all_parts, today or civil_today())
    for form in FORMS:
        if form.claim.match(plain):
            raise MalformedNumber(form.sentence, _suggestion(form, plain))
    return Number(text, " ".join(text.split()))


def _number(form: Form, found: re.Match[str], text: str, all_parts: bool, today: date) -> Number:
    parts = {name: part for name, part in found.groupdict().items() if part}
    for name in ("year", "amendment_year"):
        year = parts.get(name, "")
        if len(year) == 4 and int(year) > today.year + 1:
            raise MalformedNumber(format_lazy(_("The year {year} is still to come."), year=year))
    return Number(text, found[0], form.family, parts, all_parts, tuple(form.warnings(parts)))


def _suggestion(form: Form, plain: str) -> str:
    """Return the canonical form of what was probably meant, where that is of the same family."""
    found = form.pattern.fullmatch(form.tidied(form.guess(plain)))
    return found[0] if found else ""
