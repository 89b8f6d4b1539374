"""The register of meetings."""

from collections import namedtuple

from django.utils.translation import gettext_lazy as _

from partners.registers import acronym
from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.open_data import Column, Register, address_of, date_columns, sample_column, source_columns
from sesec_portal.core.sources import fetch_sources
from sesec_portal.languages.records import bilingual
from sesec_portal.visibility.documents import hidden_document_keys

# What a row is made of; `partners` is what is published of them, by primary key.
_Meeting = namedtuple("_Meeting", "meeting partners")


def _public(document):
    return document if document and document.pk not in hidden_document_keys() else None


MEETING_COLUMNS = [
    Column(
        "number",
        _("The meeting’s number, by which every register names it."),
        lambda row: row.meeting.number,
        datatype="integer",
    ),
    Column("title", _("What the meeting is called."), lambda row: row.meeting.shown.title),
    *date_columns("held", _("When it was held."), lambda row: row.meeting.held),
    Column(
        "city",
        _("Where it was held; empty for a meeting held online only."),
        lambda row: bilingual(row.meeting, "city"),
    ),
    Column("online", _("True when people could take part online."), lambda row: row.meeting.online, datatype="boolean"),
    Column(
        "host",
        _("The acronym of the partner that invited."),
        lambda row: acronym(row.meeting.host_id, row.partners),
    ),
    Column(
        "attended",
        _("The acronyms of the partners that attended: a list, in CSV separated by semicolons."),
        lambda row: [
            row.partners[attendance.partner_id].acronym
            for attendance in row.meeting.attendances.all()
            if attendance.partner_id in row.partners
        ],
        is_list=True,
    ),
    Column(
        "minutes",
        _("The address of the minutes, where they are published."),
        lambda row: _public(row.meeting.minutes) and absolute(row.meeting.minutes.url),
    ),
    Column("address", _("The meeting’s page on this portal."), lambda row: address_of(row.meeting)),
    *source_columns(lambda row: row.meeting),
    sample_column(lambda row: row.meeting.sample),
]


def meetings(pages, partners):
    """Return the register of meetings.

    Arguments, each called when the data are wanted: `pages`, the meetings with the page to show of each;
    `partners`, the published partners by primary key.
    """

    def rows():
        published = partners()
        listed = list(pages())
        fetch_sources(listed)
        return (_Meeting(meeting, published) for meeting in listed)

    return Register("meetings", _("Meetings"), MEETING_COLUMNS, rows)
