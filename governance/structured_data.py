"""The Steering Committee and its meetings in the words of schema.org."""

from django.utils.translation import gettext

from partners.structured_data import organization, person, reference
from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.structured_data import date_of, held_at, node, project, role
from sesec_portal.languages.records import bilingual


def committee(**properties):
    """Return the Steering Committee, and what else a page knows of it."""
    about = {"name": gettext("Steering Committee"), **properties}
    return node("Organization", id=absolute("/#steering-committee"), **about)


def committee_in_full(page, seats):
    """Return the committee, as told on a page, with its seats and the terms of office that have begun.

    A seat belongs to an organisation. Somebody who sat on it is named beside that organisation only with consent.
    """
    members = []
    for seat in seats:
        members.append(role(gettext("seat on the Steering Committee"), of="member", member=organization(seat.partner)))
        members += [_term(seat, term) for term in seat.terms_so_far if term.holder and not term.sample]
    return committee(
        name=page.title,
        description=page.summary,
        url=absolute(page.url),
        parentOrganization=project(),
        member=members,
    )


def membership(seat):
    """Return the seat of a partner as its membership in the committee; None where it has none."""
    return seat and role(gettext("seat on the Steering Committee"), of="memberOf", member=committee())


def meeting_event(meeting, page, host, attended):
    """Return a meeting, as told on a page, with the published organisations that hosted it and that attended."""
    return node(
        "Event",
        id=f"{absolute(meeting.url)}#meeting",
        name=page.title,
        description=page.summary,
        url=absolute(page.url),
        startDate=date_of(meeting.held),
        **held_at(bilingual(meeting, "city"), absolute(page.url) if meeting.online else ""),
        organizer=[committee(), *([reference(host)] if host and host.live else [])],
        attendee=[reference(partner) for partner in attended if partner.live],
    )


def _term(seat, term):
    holder = person(term.holder)
    return role(
        gettext("alternate") if term.alternate else gettext("holder"),
        of="member",
        member=[reference(seat.partner), *([holder] if holder else [])],
        period=term,
    )
