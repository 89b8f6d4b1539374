"""Dates in templates."""

from datetime import date

from django import template

from sesec_portal.edtf import clock
from sesec_portal.edtf.dates import PartialDate, parse

register = template.Library()


@register.filter
def edtf(value: PartialDate | None) -> str:
    """Print a PartialDate in words, as exact as it is, in HTML's `<time>` where that can say it; "" for none."""
    return value.marked_up() if value else ""


@register.filter
def year(number: int) -> str:
    """Print a year in words of the active language: 2020, 2020年."""
    return parse(str(number)).spelled_out()


@register.simple_tag
def today() -> date:
    """Return the portal's date of today."""
    return clock.today()
