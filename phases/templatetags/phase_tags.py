"""What pages of partners show of the phases, and where a person has a page."""

from django import template

from phases.models import ExpertPage, PhasePage

register = template.Library()


@register.simple_tag
def roles_of(partner):
    """Return the published phases in which a partner takes part, by date, each with its roles: a list of pairs."""
    held = [
        (phase, [role for role in phase.participations.all() if role.partner_id == partner.pk])
        for phase in PhasePage.listed()
    ]
    return [(phase, roles) for phase, roles in held if roles]


@register.simple_tag
def page_of(person):
    """Return the page of a person who is named, as shown to the reader; None where there is none."""
    page = ExpertPage.by_person().get(person.pk) if person.may_be_named else None
    return page and page.shown
