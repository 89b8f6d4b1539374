"""Dates in templates."""

from django import template

from sesec_portal.edtf import clock

register = template.Library()


@register.filter
def edtf(value):
    """Print a PartialDate in words, as exact as it is, in HTML's `<time>` where that can say it; "" for none."""
    return value.marked_up() if value else ""


@register.simple_tag
def today():
    """Return the portal's date of today."""
    return clock.today()
