"""What a page of a partner shows of the Steering Committee."""

from django import template

from governance.models import Seat

register = template.Library()


@register.simple_tag
def seat_of(partner):
    """Return the committee seat of a partner, with its terms of office, or None."""
    return Seat.objects.filter(partner=partner).prefetch_related("terms__holder").first()
