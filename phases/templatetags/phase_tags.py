"""What a page of a partner shows of the phases."""

from django import template

from phases.models import PhasePage

register = template.Library()


@register.simple_tag
def roles_of(partner):
    """Return the published phases in which a partner takes part, by date, each with its roles: a list of pairs."""
    held = [
        (phase, [role for role in phase.participations.all() if role.partner_id == partner.pk])
        for phase in PhasePage.listed()
    ]
    return [(phase, roles) for phase, roles in held if roles]
