"""Dates in templates."""

from datetime import date

from django import template

from sesec_portal.edtf import clock
from sesec_portal.edtf.dates import PartialDate

register = template.Library()


@register.filter
def edtf(value: PartialDate | None) -> str:
    """Print a PartialDate in words, as exact as it is, in HTML's `<time>` where that can say it; "" for none."""
    return value.marked_up() if value else ""


@register.simple_tag
def today() -> date:
    """Return the portal's date of today."""
    return clock.today()
