"""What a page of a partner shows of the phases."""

from django import template

from phases.models import Participation, PhasePage
from sesec_portal.languages.pages import shown_to_reader

register = template.Library()


@register.simple_tag
def roles_of(partner):
    """Return the published phases in which a partner takes part, by date, each with its roles: a list of pairs."""
    phases = {phase.pk: phase for phase in shown_to_reader(PhasePage.objects.for_listing().by_date())}
    roles = {}
    taken = Participation.objects.filter(partner__in=[partner.pk], phase__in=phases).order_by("sort_order")
    for participation in taken:
        roles.setdefault(participation.phase_id, []).append(participation.get_role_display())
    return [(phase, roles[key]) for key, phase in phases.items() if key in roles]
