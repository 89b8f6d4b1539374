"""The register of priorities: one row a sector in each published revision."""

from collections import namedtuple

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import Column, Register, address_of, date_columns, sample_column, source_columns
from sesec_portal.languages.records import bilingual

# What a row is made of; `meetings` is what is published of them, by primary key.
_Priority = namedtuple("_Priority", "revision place item meetings")


PRIORITY_COLUMNS = [
    Column(
        "revision",
        _("The number of the revision of the list. One row a sector in each published revision."),
        lambda row: row.revision.number,
        datatype="integer",
    ),
    *date_columns("adopted", _("When the revision was adopted."), lambda row: row.revision.adopted),
    Column(
        "meeting",
        _("The number of the meeting that adopted it."),
        lambda row: row.meetings.get(row.revision.meeting_id),
        datatype="integer",
    ),
    Column("place", _("The sector’s place in the list, counted from 1."), lambda row: row.place, datatype="integer"),
    Column(
        "sector",
        _("The sector’s code, which stays when its name is reworded."),
        lambda row: row.item.sector.code,
    ),
    Column("name", _("The sector’s name when the revision was adopted."), lambda row: row.item.shown_name),
    Column(
        "rationale",
        _("Why it is a priority, and why in this place."),
        lambda row: bilingual(row.item, "rationale"),
    ),
    Column(
        "corrections",
        _("Corrections appended to the revision: a list, in CSV separated by semicolons."),
        lambda row: [f"{notice.day}: {bilingual(notice, 'text')}" for notice in row.revision.corrections.all()],
        is_list=True,
    ),
    Column("address", _("The revision’s page on this portal."), lambda row: address_of(row.revision)),
    *source_columns(lambda row: row.revision),
    sample_column(lambda row: row.revision.sample or row.item.sector.sample),
]


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
