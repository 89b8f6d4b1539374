"""The committee's seats, meetings, decisions and priorities as open data."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.open_data import (
    SAMPLE_COLUMN,
    SOURCE_COLUMNS,
    Register,
    address_of,
    date_cells,
    date_columns,
    source_cells,
)
from sesec_portal.languages.records import bilingual

SEAT_COLUMNS = {
    "seat": _("The acronym of the partner whose seat it is."),
    "holding": _("What is known of the term: named, unpublished (no consent), vacant, or unknown (no term recorded)."),
    "holder": _("Who holds or held it, where the person agreed to be named."),
    "alternate": _("True for somebody who stands in for the holder."),
    **date_columns("starts", _("The first day of the term.")),
    **date_columns("ends", _("The last day of the term; empty while it lasts or where nobody recorded it.")),
    **SOURCE_COLUMNS,
    **SAMPLE_COLUMN,
}
MEETING_COLUMNS = {
    "number": _("The meeting’s number, by which every register names it."),
    "title": _("What the meeting is called."),
    **date_columns("held", _("When it was held.")),
    "city": _("Where it was held; empty for a meeting held online only."),
    "online": _("True when people could take part online."),
    "host": _("The acronym of the partner that invited."),
    "attended": _("The acronyms of the partners that attended: a list, in CSV separated by semicolons."),
    "minutes": _("The address of the minutes, where they are published."),
    "address": _("The meeting’s page on this portal."),
    **SOURCE_COLUMNS,
    **SAMPLE_COLUMN,
}
DECISION_COLUMNS = {
    "number": _("The number in the register of decisions and measures. Entries that are not public leave gaps."),
    "kind": _(
        "decision, measure (a corrective measure), priorities (a priority revision) or phase (opened or closed)."
    ),
    "text": _("The wording, or a public summary of it, as far as the entry is public."),
    **date_columns("decided", _("When it was decided.")),
    "meeting": _("The number of the meeting that took it."),
    "owner": _("The acronym of the partner that sees to it."),
    **date_columns("due", _("When it is due.")),
    "status": _("The last status recorded: planned, in-progress, done or dropped; empty where none is."),
    "status_since": _("The day since which it has that status."),
    **SAMPLE_COLUMN,
}
PRIORITY_COLUMNS = {
    "revision": _("The number of the revision of the list. One row a sector in each published revision."),
    **date_columns("adopted", _("When the revision was adopted.")),
    "meeting": _("The number of the meeting that adopted it."),
    "place": _("The sector’s place in the list, counted from 1."),
    "sector": _("The sector’s code, which stays when its name is reworded."),
    "name": _("The sector’s name."),
    "rationale": _("Why it is a priority, and why in this place."),
    "corrections": _("Corrections appended to the revision: a list, in CSV separated by semicolons."),
    "address": _("The revision’s page on this portal."),
    **SOURCE_COLUMNS,
    **SAMPLE_COLUMN,
}


def seats(records):
    """Return the register of seats: one row a term of office. `records`: returns the seats, with their terms."""
    return Register(
        "seats",
        _("Seats on the Steering Committee"),
        SEAT_COLUMNS,
        lambda: (_term(seat, term) for seat in records() for term in seat.terms_so_far or [None]),
    )


def meetings(pages, partners):
    """Return the register of meetings.

    Arguments, each called when the data are wanted: `pages`, the meetings with the page to show of each;
    `partners`, the published partners by primary key.
    """

    def rows():
        published = partners()
        return (_meeting(meeting, published) for meeting in pages())

    return Register("meetings", _("Meetings"), MEETING_COLUMNS, rows)


def decisions(records, meetings, partners):
    """Return the register of decisions and measures.

    Arguments, each called when the data are wanted: `records`, the decisions of which readers may know; `meetings`,
    the numbers of the published meetings by primary key; `partners`, the published partners by primary key.
    """

    def rows():
        numbers, published = meetings(), partners()
        return (_decision(decision, numbers, published) for decision in records())

    return Register("decisions", _("Decisions and measures"), DECISION_COLUMNS, rows)


def priorities(revisions, meetings):
    """Return the register of priorities.

    Arguments, each called when the data are wanted: `revisions`, with their items and the page to show of each;
    `meetings`, the numbers of the published meetings by primary key.
    """

    def rows():
        numbers = meetings()
        return (
            _priority(revision, place, item, numbers)
            for revision in revisions()
            for place, item in enumerate(revision.items.all(), start=1)
        )

    return Register("priorities", _("Sectoral priorities"), PRIORITY_COLUMNS, rows)


def _term(seat, term):
    holding, holder = _holding(term), term and term.holder
    # The source of a term may be a letter of the very person who has not agreed to be named.
    sourced = term and holding != "unpublished"
    return {
        "seat": seat.partner.acronym,
        "holding": holding,
        "holder": holder and holder.published_name,
        "alternate": term and term.alternate,
        **date_cells("starts", term and term.starts),
        **date_cells("ends", term and term.ends),
        **(source_cells(term) if sourced else dict.fromkeys(SOURCE_COLUMNS)),
        "sample": bool(term and term.sample),
    }


def _holding(term):
    if not term:
        return "unknown"
    if not term.holder:
        return "vacant"
    return "named" if term.holder.may_be_named else "unpublished"


def _meeting(meeting, partners):
    host = partners.get(meeting.host_id)
    attended = [attendance.partner_id for attendance in meeting.attendances.all()]
    return {
        "number": meeting.number,
        "title": meeting.shown.title,
        **date_cells("held", meeting.held),
        "city": bilingual(meeting, "city"),
        "online": meeting.online,
        "host": host and host.acronym,
        "attended": [partners[key].acronym for key in attended if key in partners],
        "minutes": meeting.minutes and absolute(meeting.minutes.url),
        "address": address_of(meeting),
        **source_cells(meeting),
        "sample": meeting.sample,
    }


def _decision(decision, meetings, partners):
    owner = partners.get(decision.owner_id)
    return {
        "number": decision.number,
        "kind": decision.kind,
        "text": decision.public_text,
        **date_cells("decided", decision.decided),
        "meeting": meetings.get(decision.meeting_id),
        "owner": owner and owner.acronym,
        **date_cells("due", decision.due),
        "status": decision.status_now,
        "status_since": decision.status_day,
        "sample": decision.sample,
    }


def _priority(revision, place, item, meetings):
    return {
        "revision": revision.number,
        **date_cells("adopted", revision.adopted),
        "meeting": meetings.get(revision.meeting_id),
        "place": place,
        "sector": item.sector.code,
        "name": item.sector.shown_name,
        "rationale": bilingual(item, "rationale"),
        "corrections": [f"{notice.day}: {bilingual(notice, 'text')}" for notice in revision.corrections.all()],
        "address": address_of(revision),
        **source_cells(revision),
        "sample": revision.sample or item.sector.sample,
    }
