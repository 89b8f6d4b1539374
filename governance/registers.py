"""The committee's seats, meetings, decisions and priorities as open data."""

from collections import namedtuple

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.open_data import Column, Register, address_of, date_columns, sample_column, source_columns
from sesec_portal.languages.records import bilingual

# What a row is made of; `partners` and `meetings` are what is published of them, by primary key.
_Term = namedtuple("_Term", "seat term")
_Meeting = namedtuple("_Meeting", "meeting partners")
_Decision = namedtuple("_Decision", "decision meetings partners")
_Priority = namedtuple("_Priority", "revision place item meetings")


def _holding(row):
    if not row.term:
        return "unknown"
    if not row.term.holder:
        return "vacant"
    return "named" if row.term.holder.may_be_named else "unpublished"


def _sourced(row):
    # The source of a term may be a letter of the very person who has not agreed to be named.
    return None if _holding(row) == "unpublished" else row.term


def _acronym(key, partners):
    return partners[key].acronym if key in partners else None


SEAT_COLUMNS = [
    Column("seat", _("The acronym of the partner whose seat it is."), lambda row: row.seat.partner.acronym),
    Column(
        "holding",
        _("What is known of the term: named, unpublished (no consent), vacant, or unknown (no term recorded)."),
        _holding,
    ),
    Column(
        "holder",
        _("Who holds or held it, where the person agreed to be named."),
        lambda row: row.term and row.term.holder and row.term.holder.published_name,
    ),
    Column(
        "alternate",
        _("True for somebody who stands in for the holder."),
        lambda row: row.term and row.term.alternate,
    ),
    *date_columns("starts", _("The first day of the term."), lambda row: row.term and row.term.starts),
    *date_columns(
        "ends",
        _("The last day of the term; empty while it lasts or where nobody recorded it."),
        lambda row: row.term and row.term.ends,
    ),
    *source_columns(_sourced),
    sample_column(lambda row: bool(row.term and row.term.sample)),
]
MEETING_COLUMNS = [
    Column("number", _("The meeting’s number, by which every register names it."), lambda row: row.meeting.number),
    Column("title", _("What the meeting is called."), lambda row: row.meeting.shown.title),
    *date_columns("held", _("When it was held."), lambda row: row.meeting.held),
    Column(
        "city",
        _("Where it was held; empty for a meeting held online only."),
        lambda row: bilingual(row.meeting, "city"),
    ),
    Column("online", _("True when people could take part online."), lambda row: row.meeting.online),
    Column(
        "host",
        _("The acronym of the partner that invited."),
        lambda row: _acronym(row.meeting.host_id, row.partners),
    ),
    Column(
        "attended",
        _("The acronyms of the partners that attended: a list, in CSV separated by semicolons."),
        lambda row: [
            row.partners[attendance.partner_id].acronym
            for attendance in row.meeting.attendances.all()
            if attendance.partner_id in row.partners
        ],
    ),
    Column(
        "minutes",
        _("The address of the minutes, where they are published."),
        lambda row: row.meeting.minutes and absolute(row.meeting.minutes.url),
    ),
    Column("address", _("The meeting’s page on this portal."), lambda row: address_of(row.meeting)),
    *source_columns(lambda row: row.meeting),
    sample_column(lambda row: row.meeting.sample),
]
DECISION_COLUMNS = [
    Column(
        "number",
        _("The number in the register of decisions and measures. Entries that are not public leave gaps."),
        lambda row: row.decision.number,
    ),
    Column(
        "kind",
        _("decision, measure (a corrective measure), priorities (a priority revision) or phase (opened or closed)."),
        lambda row: row.decision.kind,
    ),
    Column(
        "text",
        _("The wording, or a public summary of it, as far as the entry is public."),
        lambda row: row.decision.public_text,
    ),
    *date_columns("decided", _("When it was decided."), lambda row: row.decision.decided),
    Column(
        "meeting",
        _("The number of the meeting that took it."),
        lambda row: row.meetings.get(row.decision.meeting_id),
    ),
    Column(
        "owner",
        _("The acronym of the partner that sees to it."),
        lambda row: _acronym(row.decision.owner_id, row.partners),
    ),
    *date_columns("due", _("When it is due."), lambda row: row.decision.due),
    Column(
        "status",
        _("The last status recorded: planned, in-progress, done or dropped; empty where none is."),
        lambda row: row.decision.status_now,
    ),
    Column("status_since", _("The day since which it has that status."), lambda row: row.decision.status_day),
    sample_column(lambda row: row.decision.sample),
]
PRIORITY_COLUMNS = [
    Column(
        "revision",
        _("The number of the revision of the list. One row a sector in each published revision."),
        lambda row: row.revision.number,
    ),
    *date_columns("adopted", _("When the revision was adopted."), lambda row: row.revision.adopted),
    Column(
        "meeting",
        _("The number of the meeting that adopted it."),
        lambda row: row.meetings.get(row.revision.meeting_id),
    ),
    Column("place", _("The sector’s place in the list, counted from 1."), lambda row: row.place),
    Column(
        "sector",
        _("The sector’s code, which stays when its name is reworded."),
        lambda row: row.item.sector.code,
    ),
    Column("name", _("The sector’s name."), lambda row: row.item.sector.shown_name),
    Column(
        "rationale",
        _("Why it is a priority, and why in this place."),
        lambda row: bilingual(row.item, "rationale"),
    ),
    Column(
        "corrections",
        _("Corrections appended to the revision: a list, in CSV separated by semicolons."),
        lambda row: [f"{notice.day}: {bilingual(notice, 'text')}" for notice in row.revision.corrections.all()],
    ),
    Column("address", _("The revision’s page on this portal."), lambda row: address_of(row.revision)),
    *source_columns(lambda row: row.revision),
    sample_column(lambda row: row.revision.sample or row.item.sector.sample),
]


def seats(records):
    """Return the register of seats: one row a term of office. `records`: returns the seats, with their terms."""
    return Register(
        "seats",
        _("Seats on the Steering Committee"),
        SEAT_COLUMNS,
        lambda: (_Term(seat, term) for seat in records() for term in seat.terms_so_far or [None]),
    )


def meetings(pages, partners):
    """Return the register of meetings.

    Arguments, each called when the data are wanted: `pages`, the meetings with the page to show of each;
    `partners`, the published partners by primary key.
    """

    def rows():
        published = partners()
        return (_Meeting(meeting, published) for meeting in pages())

    return Register("meetings", _("Meetings"), MEETING_COLUMNS, rows)


def decisions(records, meetings, partners):
    """Return the register of decisions and measures.

    Arguments, each called when the data are wanted: `records`, the decisions of which readers may know; `meetings`,
    the numbers of the published meetings by primary key; `partners`, the published partners by primary key.
    """

    def rows():
        numbers, published = meetings(), partners()
        return (_Decision(decision, numbers, published) for decision in records())

    return Register("decisions", _("Decisions and measures"), DECISION_COLUMNS, rows)


def priorities(revisions, meetings):
    """Return the register of priorities.

    Arguments, each called when the data are wanted: `revisions`, with their items and the page to show of each;
    `meetings`, the numbers of the published meetings by primary key.
    """

    def rows():
        numbers = meetings()
        return (
            _Priority(revision, place, item, numbers)
            for revision in revisions()
            for place, item in enumerate(revision.items.all(), start=1)
        )

    return Register("priorities", _("Sectoral priorities"), PRIORITY_COLUMNS, rows)
