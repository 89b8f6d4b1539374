"""The phases in the words of schema.org."""

from django.utils.translation import gettext

from partners.structured_data import person, reference
from sesec_portal.core.absolute_urls import absolute, canonical
from sesec_portal.core.structured_data import date_of, node, project, role


def outline(phase, **properties):
    """Return a phase with the dates on record; asks the database nothing."""
    return node(
        "Project",
        **{"id": f"{absolute(phase.url)}#phase", "name": phase.title, **properties},
        foundingDate=date_of(phase.starts),
        dissolutionDate=date_of(phase.ends),
    )


def outlines(phases):
    """Return phases, each as the page shows it to its reader, for the project that they are parts of."""
    return [outline(phase, name=phase.shown.title, url=absolute(phase.shown.url)) for phase in phases]


def leadership(phase, leader):
    """Return the partner that leads a phase as a member of the project for that phase's time."""
    return role(gettext("project leader"), of="member", member=reference(leader), period=phase)


def phase_in_full(phase, page, *, leader, roles, team):
    """Return a phase, as told on a page, with its partners and those of its team who agreed to be named.

    Arguments: the phase, the page that tells it, the partner that leads it or None, pairs of a partner and its
    Participations, and the members of its team with their persons.
    """
    held = {
        (partner, str(one.get_role_display()), one if one.is_dated else phase): None
        for partner, its in roles
        for one in its
        if not one.sample
    }
    if leader and not any(partner == leader and one.role == one.Role.LEADER for partner, its in roles for one in its):
        held[leader, gettext("project leader"), phase] = None
    partners = [role(name, of="member", member=reference(partner), period=period) for partner, name, period in held]
    people = [
        role(member.get_office_display(), of="member", member=person(member.person), period=member)
        for member in team
        if member.person.may_be_named and not member.sample
    ]
    return outline(
        phase,
        name=page.title,
        description=page.summary,
        url=absolute(page.url),
        parentOrganization=project(),
        member=partners + people,
    )


def profile(page, person, offices):
    """Return a person who agreed to be named, whose own page this is, with the offices held in the phases.

    Arguments: the page, the person, and pairs of a phase and a TeamMember.
    """
    held = [
        role(member.get_office_display(), of="memberOf", member=outline(phase), period=member)
        for phase, member in offices
        if not member.sample
    ]
    return node("Person", id=f"{canonical(page)}#person", name=person.published_name, memberOf=held)
