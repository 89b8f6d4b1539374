"""What a page of a partner shows of the Steering Committee."""

from django import template
from django.db.models import Prefetch, prefetch_related_objects

from governance import structured_data
from governance.models import Seat

register = template.Library()
register.simple_tag(structured_data.membership)


@register.simple_tag
def seat_of(partner):
    """Return the committee seat of a partner, with its terms of office, or None; asks once, however often called."""
    if partner.pk and not type(partner).committee_seat.is_cached(partner):
        seats = Seat.objects.with_terms()
        prefetch_related_objects([partner], Prefetch("committee_seat", seats))
    return getattr(partner, "committee_seat", None)
