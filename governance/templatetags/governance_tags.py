"""What a page of a partner shows of the Steering Committee."""

from django import template

from governance import structured_data
from governance.models import Seat

register = template.Library()
register.simple_tag(structured_data.membership)


@register.simple_tag
def seat_of(partner):
    """Return the committee seat of a partner, with its terms of office, or None."""
    return next((seat for seat in Seat.listed() if seat.partner_id == partner.pk), None)
