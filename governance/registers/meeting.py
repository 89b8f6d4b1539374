"""The meetings as open data."""

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

COLUMNS = {
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


def meetings(pages, partners):
    """Return the register of meetings.

    Arguments, each called when the data are wanted: `pages`, the meetings with the page to show of each;
    `partners`, the published partners by primary key.
    """

    def rows():
        published = partners()
        return (_meeting(meeting, published) for meeting in pages())

    return Register("meetings", _("Meetings"), COLUMNS, rows)


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
