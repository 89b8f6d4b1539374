"""How the pages and rows of the starter content are made, each as an editor would: published, with a first revision."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.db.models import Model
from wagtail.models import Page

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
from partners.models import CareerStep, PartnerName, PartnerPage, Person
from phases.models import (
    Activity,
    Participation,
    PhaseIndexPage,
    PhasePage,
    Statement,
    TeamMember,
    TermsOfReferencePage,
)

M = TypeVar("M", bound=Model)
P = TypeVar("P", bound=Page)
Fields = Mapping[str, object]


def in_order(model: type[M], entries: Iterable[Fields]) -> list[M]:
    """Return rows of a model that keep the order of these entries, lists of its fields; they are not saved."""
    return [model(**entry, sort_order=place) for place, entry in enumerate(entries)]


def publish(page: P, parent: Page) -> P:
    """Publish a page below its parent, with a first revision; return the page."""
    page = parent.add_child(instance=page)
    page.save_revision(log_action=True).publish()
    return type(page).objects.get(pk=page.pk)


def add_career(person: Person, steps: Iterable[Fields]) -> None:
    """Add the steps of a career to a person. `steps`: a list of the fields of a CareerStep."""
    for place, step in enumerate(steps):
        CareerStep.objects.create(person=person, sort_order=place, **step)


def publish_partner(parent: Page, *, names: Iterable[Fields], **fields: object) -> PartnerPage:
    """Publish a partner. `names`: a list of the fields of a PartnerName."""
    rows: Fields = {"names": in_order(PartnerName, names)}
    return publish(PartnerPage(**fields, **rows), parent)


def publish_phases(parent: Page, *, activities: Iterable[Fields] = (), **fields: object) -> PhaseIndexPage:
    """Publish the list of phases. `activities`: a list of the fields of an Activity."""
    rows: Fields = {"activities": in_order(Activity, activities)}
    return publish(PhaseIndexPage(**fields, **rows), parent)


def publish_phase(
    parent: Page,
    *,
    roles: Iterable[Fields] = (),
    team: Iterable[Fields] = (),
    statements: Iterable[Fields] = (),
    **fields: object,
) -> PhasePage:
    """Publish a phase. `roles`, `team`, `statements`: lists of the fields of the models of those names."""
    rows: Fields = {
        "participations": in_order(Participation, roles),
        "team": in_order(TeamMember, team),
        "statements": in_order(Statement, statements),
    }
    return publish(PhasePage(**fields, **rows), parent)


def publish_terms(phase: PhasePage, **fields: object) -> TermsOfReferencePage:
    """Publish the terms of reference of a phase."""
    return publish(TermsOfReferencePage(**fields), phase)


def create_seat(partner: PartnerPage, *, terms: Iterable[Fields] = (), **fields: object) -> Seat:
    """Create a partner's seat on the committee. `terms`: a list of the fields of a TermOfOffice."""
    rows: Fields = {"terms": in_order(TermOfOffice, terms)}
    seat = Seat(partner=partner, **fields, **rows)
    seat.save()
    return seat


def add_terms(seat: Seat, terms: Iterable[Fields]) -> None:
    """Add terms of office to a seat. `terms`: a list of the fields of a TermOfOffice."""
    for place, term in enumerate(terms, seat.terms.count()):
        TermOfOffice.objects.create(seat=seat, sort_order=place, **term)


def publish_meeting(committee: Page, *, attended: Iterable[PartnerPage] = (), **fields: object) -> MeetingPage:
    """Publish a meeting of the committee. `attended`: partners."""
    rows: Fields = {"attendances": in_order(Attendance, [{"partner": partner} for partner in attended])}
    return publish(MeetingPage(**fields, **rows), committee)


def publish_revision(priorities: Page, *, items: Iterable[Fields] = (), **fields: object) -> PriorityRevisionPage:
    """Publish a revision of the priorities. `items`: a list of the fields of a PriorityItem."""
    rows: Fields = {"items": in_order(PriorityItem, items)}
    return publish(PriorityRevisionPage(**fields, **rows), priorities)


def record_decision(*, log: Iterable[Fields] = (), **fields: object) -> Decision:
    """Record a decision. `log`: a list of the fields of a StatusEntry, in order."""
    decision = Decision.objects.create(**fields)
    for line in log:
        StatusEntry.objects.create(decision=decision, **line)
    return decision
