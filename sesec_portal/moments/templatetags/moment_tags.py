"""Moments in templates."""

from django import template
from django.utils.safestring import SafeString

from sesec_portal.moments.moment import Moment
from sesec_portal.moments.words import marked_up

register = template.Library()


@register.filter
def moment(value: Moment | None) -> SafeString | str:
    """Print a Moment in words, in the zone that was announced and for readers elsewhere; "" for none."""
    return marked_up(value) if value else ""


@register.filter
def deadline(value: Moment | None) -> SafeString | str:
    """Print a Moment that ends something: of a day alone, its end."""
    return marked_up(value, is_end=True) if value else ""
