"""How the pages and rows of the starter content are made, each as an editor would: published, with a first revision."""

from governance.models import (
    Attendance,
    Decision,
    MeetingPage,
    PriorityItem,
    PriorityRevisionPage,
    Seat,
    StatusEntry,
    TermOfOffice,
)
from partners.models import PartnerName, PartnerPage
from phases.models import Participation, PhasePage, Statement, TeamMember, TermsOfReferencePage


def publish(page, parent):
    """Publish a page below its parent, with a first revision; return the page."""
    page = parent.add_child(instance=page)
    page.save_revision(log_action=True).publish()
    return type(page).objects.get(pk=page.pk)


def publish_partner(parent, *, names, **fields):
    """Publish a partner. `names`: a list of the fields of a PartnerName."""
    page = PartnerPage(**fields)
    page.names = [PartnerName(**name, sort_order=place) for place, name in enumerate(names)]
    return publish(page, parent)


def publish_phase(parent, *, roles=(), team=(), statements=(), **fields):
    """Publish a phase. `roles`, `team`, `statements`: lists of the fields of the models of those names."""
    page = PhasePage(**fields)
    page.participations = [Participation(**role, sort_order=place) for place, role in enumerate(roles)]
    page.team = [TeamMember(**member, sort_order=place) for place, member in enumerate(team)]
    page.statements = [Statement(**statement, sort_order=place) for place, statement in enumerate(statements)]
    return publish(page, parent)


def publish_terms(phase, **fields):
    """Publish the terms of reference of a phase."""
    return publish(TermsOfReferencePage(**fields), phase)


def create_seat(partner, *, terms=(), **fields):
    """Create a partner's seat on the committee. `terms`: a list of the fields of a TermOfOffice."""
    seat = Seat(partner=partner, **fields)
    seat.terms = [TermOfOffice(**term, sort_order=place) for place, term in enumerate(terms)]
    seat.save()
    return seat


def add_terms(seat, terms):
    """Add terms of office to a seat. `terms`: a list of the fields of a TermOfOffice."""
    for place, term in enumerate(terms, seat.terms.count()):
        TermOfOffice.objects.create(seat=seat, sort_order=place, **term)


def publish_meeting(committee, *, attended=(), **fields):
    """Publish a meeting of the committee. `attended`: partners."""
    page = MeetingPage(**fields)
    page.attendances = [Attendance(partner=partner, sort_order=place) for place, partner in enumerate(attended)]
    return publish(page, committee)


def publish_revision(priorities, *, items=(), **fields):
    """Publish a revision of the priorities. `items`: a list of the fields of a PriorityItem."""
    page = PriorityRevisionPage(**fields)
    page.items = [PriorityItem(**item, sort_order=place) for place, item in enumerate(items)]
    return publish(page, priorities)


def record_decision(*, log=(), **fields):
    """Record a decision. `log`: a list of the fields of a StatusEntry, in order."""
    decision = Decision.objects.create(**fields)
    for line in log:
        StatusEntry.objects.create(decision=decision, **line)
    return decision
