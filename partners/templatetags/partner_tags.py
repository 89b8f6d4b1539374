"""The partners, wherever they are linked."""

from django import template

from partners.models import PartnerPage
from sesec_portal.core.languages import shown_to_reader

register = template.Library()


@register.simple_tag
def partner_links():
    """Return all published partners, in order, each with the page to link as `.shown`."""
    return shown_to_reader(PartnerPage.objects.for_listing())
